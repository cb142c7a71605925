// What the housing register says to whoever applied (docs/rules/casework.md, "What the applicant sees").
import type { Case } from '#domain/cases/case.ts'
import { type Placing, placedNow } from '#domain/cases/placing.ts'
import { inWords } from '#domain/day.ts'
import type { Answers } from '#domain/forms/answered/answers.ts'
import type { Effect, ForResident } from '../../for-resident.ts'
import { documentKindOf } from '../form/documents.ts'
import { bedroomsIn } from '../rules/bedrooms/need-words.ts'
import { proposedIn } from '../rules/known.ts'
import { housingPackOn } from '../rules/packs/housing-packs.ts'

const askReview = {
  link: 'Ask for a review of the decision',
  title: 'Ask for a review of the decision',
  words: [
    'Somebody who had no part in the decision looks at it again.',
    'Say what you think is wrong. You can send documents too, before or after you ask.',
  ],
  button: 'Ask for a review',
} as const

const onRegister = 'Tell us if anything changes: it may change your band or the number of bedrooms you need.'

export const housingForResident: ForResident = {
  yours: 'Your housing application',
  about: householdOf,
  stands: {
    submitted: { label: 'We have it', next: 'An officer will check your answers and documents.', by: 'aim' },
    checking: { label: 'We are checking it', next: 'We will tell you if you can join the register.', by: 'aim' },
    'more-info': { label: 'We need something from you', next: 'Send us what we asked for.', by: 'answer' },
    assessed: { label: 'Nearly decided', next: 'A senior officer confirms the decision.', by: 'aim' },
    reassessment: {
      label: 'On the register: we are looking at a change',
      next: 'We will tell you if the change moves your band. Until then your band stays.',
      by: 'aim',
    },
    active: { label: 'On the register', next: onRegister },
    refusing: { label: 'Nearly decided', next: 'A senior officer confirms the decision.', by: 'aim' },
    cancelling: {
      label: 'We may end it',
      next: 'Tell us now if you still want it. A senior officer decides.',
      by: 'answer',
    },
    'not-qualifying': {
      label: 'You cannot join the register',
      next: 'Read our reasons. You can ask for a review until the day on this page.',
    },
    cancelled: { label: 'Ended by us', next: 'Read our reasons. You can ask for a review, or apply again.' },
    withdrawn: { label: 'Withdrawn by you', next: 'You can apply again at any time.', over: true },
    'under-review': { label: 'Review asked for', next: 'Somebody new looks at the decision.', by: 'aim' },
    upheld: { label: 'The decision stands', next: 'Read the reasons, and what you can still do, on this page.' },
  },
  documents: {
    section: 'documents',
    begins: ({ code, person }) => ({
      kind: { documentKind: [documentKindOf(code)] },
      ...(person === undefined ? {} : { whose: { documentPerson: [person] } }),
    }),
  },
  contact: ['safe-contact', 'safe-times', 'mobile', 'phone', 'email', 'post', 'postal-address', 'no-safe-contact'].map(
    (page) => `before/${page}`,
  ),
  deeds: {
    'ask-review': askReview,
    withdraw: {
      link: 'Withdraw your application',
      title: 'Are you sure you want to withdraw your application?',
      words: [
        'We stop looking at it, and take you off the register if you are on it.',
        'If you apply again later, your time on the register starts again.',
      ],
      button: 'Yes, withdraw it',
      warning: true,
    },
  },
  effects: effectsOf,
  changes: {
    household: {
      label: 'Who lives with you',
      hint: 'A birth, a pregnancy, somebody who joins you, leaves or has died',
      keys: ['about-you/household', 'about-you/pregnancy', 'people'],
    },
    home: {
      label: 'Where you live',
      hint: 'You moved, were given notice, or your home is in a worse state',
      keys: ['address-history', 'current-home', 'homelessness'],
    },
    health: { label: 'Your health, or somebody else’s', keys: ['about-you/health', 'health', 'other-needs'] },
    safety: { label: 'You are not safe where you live', keys: ['safety'] },
    money: { label: 'Your money or work', hint: 'What you earn, get in benefits or have in savings', keys: ['money'] },
    status: { label: 'Your nationality or immigration status', keys: ['nationality'] },
    area: {
      label: 'Your connection to the area, or where you want to live',
      keys: ['local-connection', 'preferences'],
    },
  },
}

// The band, the rooms and the date as they were decided, or else as the rules proposed them; and as they propose them now.
function effectsOf(before: Case, after: Case): readonly Effect[] {
  const [was, is] = [placedNow(before.placing) ?? proposedOf(before), proposedOf(after)]
  if (was === undefined || is === undefined) return []
  return [
    { question: 'Band', now: labelOf(was.band, was.on), after: labelOf(is.band, is.on) },
    ...(was.bedrooms === undefined || is.bedrooms === undefined
      ? []
      : [{ question: 'Number of bedrooms', now: bedroomsIn(was.bedrooms), after: bedroomsIn(is.bedrooms) }]),
    { question: 'Effective date', now: inWords(was.effectiveDate), after: inWords(is.effectiveDate) },
  ]
}

const proposedOf = ({ assessment }: Case): Pick<Placing, 'band' | 'on' | 'bedrooms' | 'effectiveDate'> | undefined => {
  const { typed = {} } = assessment?.proposes ?? {}
  const found = proposedIn(typed)
  const bedrooms = Number(typed.bedrooms?.[0])
  return found === undefined || assessment === undefined
    ? undefined
    : { ...found, on: assessment.on, ...(Number.isInteger(bedrooms) ? { bedrooms } : {}) }
}

// "For Ada Okoro and 2 other people"
function householdOf(answers: Answers): string {
  const name = ['firstName', 'lastName'].map(answers.answer).filter((part) => typeof part === 'string')
  const others = answers.itemsOf('people').length
  const more = others === 0 ? '' : ` and ${others} other ${others === 1 ? 'person' : 'people'}`
  return `For ${name.join(' ')}${more}`
}

const labelOf = (band: string, on: string): string =>
  housingPackOn(on).bands.find(({ id }) => id === band)?.label ?? `Band ${band}`
