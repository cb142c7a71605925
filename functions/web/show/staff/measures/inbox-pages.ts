// What people told us: the inbox, and one of them.
import { one, type Problem, type Typed } from '#domain/forms/kind.ts'
import { type Feedback, type FeedbackState, mostTag, states } from '#domain/measures/feedback/feedback.ts'
import { type FeedbackPart, feedbackParts, type WantedFeedback, withoutPart } from '#domain/measures/feedback/wanted.ts'
import type { Rating } from '#domain/measures/figures/kpis.ts'
import type { Variables } from '#web/template-runtime.ts'
import { onOneLine } from '../../controls/entered.ts'
import { moment } from '../../when.ts'
import { type StaffAround, staffPage } from '../around.ts'
import { changesAt } from './changes-page.ts'

export const inboxAt = '/feedback'

export const inboxHref = (wanted: WantedFeedback, from = ''): string => {
  const query = new URLSearchParams({ ...wanted, ...(from === '' ? {} : { from }) })
  return query.size === 0 ? inboxAt : `${inboxAt}?${query}`
}

export type InboxPage = {
  readonly around: StaffAround
  // Where somebody may be in danger first, then the newest.
  readonly shown: readonly Feedback[]
  readonly wanted: WantedFeedback
  readonly services: readonly { readonly id: string; readonly name: string }[]
  readonly mayAnswer: boolean
  readonly problems: readonly Problem[]
  readonly typed: Typed
  // Where the page before this one ended, and where this one did.
  readonly from: string
  readonly next?: string
}

export const inboxPage = (given: InboxPage): string => {
  const { around, shown, wanted, problems, from, next } = given
  const title = 'Feedback'
  return staffPage(
    'inbox',
    around,
    { title, failed: problems.length > 0 },
    {
      ...{ title, from, ...filtersOf(given), narrowed: narrowedWords(given) },
      rows: shown.map((one, at) => ({ ...rowOf(one, wanted), ...pickOf(one, at, given.typed) })),
      more: next === undefined ? undefined : { text: 'Show older feedback', href: inboxHref(wanted, next) },
      newest: from === '' ? undefined : { text: 'Show the newest', href: inboxHref(wanted) },
      problems: problems.map(({ field, words }) => ({ text: words, href: `#${field}` })),
      ...(given.mayAnswer ? { many: manyOf(given) } : {}),
    },
  )
}

const pickOf = ({ id, version }: Feedback, at: number, { pick = [] }: Typed): Variables => ({
  pick: {
    id: at === 0 ? 'pick' : `pick-${at + 1}`,
    value: `${version} ${id}`,
    chosen: pick.includes(`${version} ${id}`),
  },
})

const filtersOf = ({ wanted, services }: InboxPage) => {
  const select = (id: FeedbackPart, label: string, items: readonly (readonly [string, string])[]): Variables => ({
    ...{ id, label },
    items: [['', 'All'] as const, ...items].map(([value, text]) => ({
      ...{ value, text, selected: (wanted[id] ?? '') === value },
    })),
  })
  const input = (id: FeedbackPart, label: string, hint: string): Variables => ({
    ...{ id, label, hint, value: wanted[id] ?? '' },
  })
  const none = [withoutPart, 'None'] as const
  return {
    selects: [
      select('state', 'State', Object.entries(stateWords)),
      select('service', 'Service', [...services.map(({ id, name }) => [id, name] as const), none]),
      select('rating', 'Rating', [...Object.entries(ratingWords), [withoutPart, noRating]]),
      select('end', 'How it ended', [...Object.entries(endWords), none]),
    ],
    inputs: [
      input('page', 'Page', 'As it stands below what somebody said, like ‘/housing/about-you/name’'),
      input('tag', 'Tag', 'The whole tag'),
    ],
  }
}

// “state: New”
const narrowedWords = ({ wanted, services }: InboxPage): readonly string[] =>
  feedbackParts.flatMap((part) => {
    const value = wanted[part]
    if (value === undefined) return []
    const name = part === 'service' ? services.find(({ id }) => id === value)?.name : wordsOf[part]?.[value]
    return [`${partLabels[part]}: ${name ?? (value === withoutPart ? 'none' : onOneLine(value))}`]
  })

const partLabels: Readonly<Record<FeedbackPart, string>> = {
  ...{ service: 'service', page: 'page', end: 'how it ended', rating: 'rating', state: 'state', tag: 'tag' },
}

// At which end they were asked.
const endWords: Readonly<Record<string, string>> = {
  ...{ sent: 'Sent', told: 'Told that it is not for them', 'handed-on': 'To call us, or be visited' },
  ...{ elsewhere: 'Another council decides', listed: 'Joined a waiting list', closed: 'The service was closed' },
  ours: 'We could not serve them',
}

const manyOf = ({ typed, wanted, problems }: InboxPage): Variables => ({
  wanted: Object.entries(wanted).map(([name, value]) => ({ name, value })),
  states: [
    { value: '', text: 'Leave it as it is' },
    ...states.map((value) => ({ value, text: stateWords[value], selected: one(typed, 'to') === value })),
  ],
  ...{ tagged: one(typed, 'tagged'), reason: one(typed, 'reason'), mostTag },
  errors: Object.fromEntries(problems.map(({ field, words }) => [field, words])),
})

const rowOf = (one: Feedback, wanted: WantedFeedback = {}): Variables => ({
  href: `${inboxAt}/${encodeURIComponent(one.id)}`,
  when: moment(one.at),
  rating: one.rating === undefined ? noRating : ratingWords[one.rating],
  words: one.words === '' ? 'No words' : onOneLine(one.words),
  page: one.page ?? 'Page unknown',
  pageHref: one.page === undefined ? undefined : inboxHref({ ...wanted, page: one.page }),
  tags: [
    ...(one.danger ? [{ text: 'May be in danger', colour: 'red' }] : []),
    ...(one.aside === undefined ? [] : [{ text: 'Set aside', colour: 'grey' }]),
    { text: stateWords[one.state], colour: one.state === 'new' ? 'blue' : 'grey' },
    ...(one.tag === undefined ? [] : [{ text: onOneLine(one.tag), colour: 'purple' }]),
  ],
})

const noRating = 'No rating'

const ratingWords: Readonly<Record<Rating, string>> = {
  'very-satisfied': 'Very satisfied',
  satisfied: 'Satisfied',
  neither: 'Neither satisfied nor dissatisfied',
  dissatisfied: 'Dissatisfied',
  'very-dissatisfied': 'Very dissatisfied',
}

const stateWords: Readonly<Record<FeedbackState, string>> = {
  new: 'New',
  read: 'Read',
  acting: 'We are acting on it',
  changed: 'We changed something',
  'no-action': 'No action',
}

const wordsOf: Readonly<Partial<Record<FeedbackPart, Readonly<Record<string, string>>>>> = {
  ...{ rating: ratingWords, state: stateWords, end: endWords },
}

export type OneFeedback = {
  readonly around: StaffAround
  readonly one: Feedback
  readonly problem?: string
}

export const feedbackOnePage = ({ around, one, problem }: OneFeedback): string => {
  const title = 'One person’s feedback'
  return staffPage(
    'feedback',
    around,
    { title, failed: problem !== undefined },
    {
      ...{ title, ...rowOf(one), lines: one.words.split('\n'), removed: one.removed, version: one.version },
      form: one.formVersion === undefined ? undefined : `version ${one.formVersion} of the form`,
      wrong: one.problem === undefined ? undefined : wrongWords(one.problem),
      problems: problem === undefined ? [] : [{ text: problem, href: '#state' }],
      action: `${inboxAt}/${encodeURIComponent(one.id)}`,
      changeHref: one.page === undefined ? undefined : `${changesAt}/new?page=${encodeURIComponent(one.page)}`,
      states: states.map((value) => ({ value, text: stateWords[value], selected: value === one.state })),
      ...{ tagged: one.tag ?? '', reason: one.reason ?? '', mostTag, aside: one.aside !== undefined },
    },
  )
}

const wrongWords = (problem: string): string =>
  /^\d+$/.test(problem) ? `the page said that something went wrong (${problem})` : `with an error at ‘${problem}’`
