// A housing decision as it is told: the band with what it means, the bedrooms and the date that counts, or why there is no place on the
// register; with the reasons, and the right to a review with its last day (docs/rules/housing.md, "Reviews").
import type { Actor, Case, Detail } from '#domain/cases/case.ts'
import { type Outcome, type Right, withOutcome } from '#domain/cases/outcome.ts'
import { type Placing, placedNow } from '#domain/cases/placing.ts'
import type { Sets, Setting } from '#domain/cases/steps/sets.ts'
import { actorName } from '#domain/cases/workflow.ts'
import { type Day, inWords } from '#domain/day.ts'
import { one, type Typed } from '#domain/forms/kind.ts'
import { afterReview } from '../../afterwards.ts'
import { bedroomsIn } from '../rules/bedrooms/need-words.ts'
import { housingPackOn } from '../rules/packs/housing-packs.ts'
import { reviewRight } from '../rules/reviews.ts'

type Said = Pick<Outcome, 'state' | 'title' | 'rows' | 'reasons'> & {
  readonly proposedBy?: string
  readonly right?: Right
  readonly replaces?: NonNullable<Outcome['replaces']>
}

const told = (subject: Case, said: Said, today: Day, actor: Actor): Pick<Sets, 'outcomes'> => {
  const right = reviewRight(today, !subject.applicant.mayText)
  return { outcomes: withOutcome(subject, { right, ...said, on: today, by: actorName(actor) }) }
}

// On the register: `placing` is the one that now counts.
export const toldPlacing = (
  subject: Case,
  placing: Placing,
  today: Day,
  more: { readonly actor: Actor; readonly title?: string } & Partial<Pick<Said, 'replaces' | 'right' | 'reasons'>>,
): Pick<Sets, 'outcomes'> => {
  const { actor, title = 'You are on the housing register', ...rest } = more
  const { proposedBy } = placing
  const rows = placingRows(placing)
  const said = { state: 'active', title, rows, reasons: [placing.reason], ...rest }
  return told(subject, proposedBy === undefined ? said : { ...said, proposedBy }, today, actor)
}

export const placingRows = ({ band, bedrooms, effectiveDate, on }: Placing): readonly Detail[] => [
  { question: 'Band', lines: [bandLabel(band, on), bandMeans] },
  ...(bedrooms === undefined ? [] : [{ question: 'Bedrooms', lines: [bedroomsIn(bedrooms)] }]),
  {
    question: 'Effective date',
    lines: [inWords(effectiveDate), 'In your band, whoever has the earlier date comes first.'],
  },
]

const bandMeans = 'Homes go to the highest band first. Band A is the highest.'

export const bandLabel = (band: string, on: Day): string =>
  housingPackOn(on).bands.find(({ id }) => id === band)?.label ?? `Band ${band}`

// No place on the register, or no longer one.
export const tells =
  (state: string, title: string): Setting =>
  (typed, subject, today, actor) =>
    told(subject, { state, title, rows: [], reasons: [one(typed, 'reason')], ...proposerOf(subject) }, today, actor)

const proposerOf = ({ proposal }: Case): Pick<Said, 'proposedBy'> =>
  proposal === undefined ? {} : { proposedBy: proposal.by }

// The review confirmed it: the case says so, and there is no second one.
export const upheld: Setting = (typed: Typed, subject: Case, today: Day, actor: Actor): Sets =>
  told(
    subject,
    {
      state: 'upheld',
      title: 'The decision stands after a review',
      rows: [],
      reasons: [one(typed, 'reason')],
      right: afterReview,
    },
    today,
    actor,
  )

export const bandUpheld: Setting = (typed, subject, today, actor) => {
  const now = placedNow(subject.placing)
  if (now === undefined) return {}
  const title = 'Your band stands after a review'
  return toldPlacing(subject, now, today, { actor, title, reasons: [one(typed, 'reason')], right: afterReview })
}

// A change was looked at, and the band stays: that can be reviewed too.
export const bandKept: Setting = (typed, subject, today, actor) => {
  const now = placedNow(subject.placing)
  if (now === undefined) return {}
  const title = 'Your band stays as it was'
  return toldPlacing(subject, now, today, { actor, title, reasons: [one(typed, 'reason')] })
}
