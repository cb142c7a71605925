// What people told us: the inbox of a month, and one of them.
import { one, type Problem, type Typed } from '#domain/forms/kind.ts'
import { type Feedback, type FeedbackState, mostTag, states } from '#domain/measures/feedback/feedback.ts'
import {
  type FeedbackPart,
  feedbackParts,
  partsIn,
  type WantedFeedback,
  withoutPart,
} from '#domain/measures/feedback/wanted.ts'
import type { Rating } from '#domain/measures/figures/kpis.ts'
import type { Month } from '#domain/measures/months.ts'
import type { Variables } from '#web/template-runtime.ts'
import { onOneLine } from '../../controls/entered.ts'
import { monthWords } from '../../measures/month-words.ts'
import { moment } from '../../when.ts'
import { type StaffAround, staffPage } from '../around.ts'
import { changesAt } from './changes-page.ts'

export const inboxAt = '/feedback'

export const inboxHref = (month: Month, wanted: WantedFeedback, from = 0): string =>
  `${inboxAt}?${new URLSearchParams({ month, ...wanted, ...(from === 0 ? {} : { from: String(from) }) })}`

export type InboxPage = {
  readonly around: StaffAround
  // Of the month; and those of them that are wanted.
  readonly all: readonly Feedback[]
  readonly shown: readonly Feedback[]
  readonly wanted: WantedFeedback
  readonly month: Month
  readonly months: readonly Month[]
  readonly mayAnswer: boolean
  readonly nameOf: (service: string) => string
  readonly problems: readonly Problem[]
  readonly typed: Typed
  // How many stand on the pages before this one.
  readonly from?: number
}

const pageSize = 10

export const inboxPage = (given: InboxPage): string => {
  const { around, shown, month, months, wanted, problems, from = 0 } = given
  const title = 'Feedback'
  const left = shown.length - from - pageSize
  return staffPage(
    'inbox',
    around,
    { title, failed: problems.length > 0 },
    {
      ...{ title, month: monthWords(month), value: month, from, filters: filtersOf(given) },
      rows: sorted(shown)
        .slice(from, from + pageSize)
        .map((one, at) => ({ ...rowOf(one), ...pickOf(one, at, given.typed) })),
      more:
        left > 0
          ? { text: `Show older ones (${left} more)`, href: inboxHref(month, wanted, from + pageSize) }
          : undefined,
      months: months.map((one) => ({ text: monthWords(one), href: inboxHref(one, {}), current: one === month })),
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

// What the month has, beside all: nothing to choose from is not asked.
const filtersOf = ({ all, wanted, nameOf }: InboxPage): readonly Variables[] =>
  feedbackParts.flatMap((part) => {
    const values = [...new Set([...partsIn(all, part), ...(wanted[part] === undefined ? [] : [wanted[part]])])]
    if (values.length < 2 && wanted[part] === undefined) return []
    const items = values.map((value) => ({
      value,
      text: partWords(part, value, nameOf),
      selected: wanted[part] === value,
    }))
    return [{ id: part, label: partLabels[part], items: [{ value: '', text: 'All' }, ...items] }]
  })

const partLabels: Readonly<Record<FeedbackPart, string>> = {
  ...{ service: 'Service', page: 'Page', end: 'How it ended' },
  ...{ rating: 'Rating', state: 'State', tag: 'Tag' },
}

const partWords = (part: FeedbackPart, value: string, nameOf: InboxPage['nameOf']): string => {
  if (value === withoutPart) return part === 'rating' ? noRating : 'None'
  if (part === 'service') return nameOf(value)
  const said: Readonly<Record<string, string>> = part === 'rating' ? ratingWords : part === 'state' ? stateWords : {}
  return said[value] ?? onOneLine(value)
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

// Where somebody may be in danger first, then the newest.
const sorted = (all: readonly Feedback[]): readonly Feedback[] =>
  all.toSorted((a, b) => Number(urgent(b)) - Number(urgent(a)) || b.at - a.at)

const urgent = ({ danger, state }: Feedback): boolean => danger && state === 'new'

const rowOf = (one: Feedback): Variables => ({
  href: `${inboxAt}/${encodeURIComponent(one.id)}`,
  when: moment(one.at),
  rating: one.rating === undefined ? noRating : ratingWords[one.rating],
  words: one.words === '' ? 'No words' : onOneLine(one.words),
  page: one.page ?? 'Page unknown',
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
      problems: problem === undefined ? [] : [{ text: problem, href: '#state' }],
      action: `${inboxAt}/${encodeURIComponent(one.id)}`,
      changeHref: one.page === undefined ? undefined : `${changesAt}/new?page=${encodeURIComponent(one.page)}`,
      states: states.map((value) => ({ value, text: stateWords[value], selected: value === one.state })),
      ...{ tagged: one.tag ?? '', reason: one.reason ?? '', mostTag, aside: one.aside !== undefined },
    },
  )
}
