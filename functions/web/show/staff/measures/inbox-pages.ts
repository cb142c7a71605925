// What people told us: the inbox of a month, and one of them.
import type { Day } from '#domain/day.ts'
import { type Feedback, type FeedbackState, mostTag, states } from '#domain/measures/feedback/feedback.ts'
import type { Rating } from '#domain/measures/figures/kpis.ts'
import type { Month } from '#domain/measures/months.ts'
import type { Variables } from '#web/template-runtime.ts'
import { onOneLine } from '../../controls/entered.ts'
import { monthWords } from '../../measures/month-words.ts'
import { moment } from '../../when.ts'
import { type StaffAround, staffPage } from '../around.ts'
import { changesAt } from './changes-page.ts'

export const inboxAt = '/feedback'

export type InboxPage = {
  readonly around: StaffAround
  readonly all: readonly Feedback[]
  readonly month: Month
  readonly months: readonly Month[]
  readonly today: Day
  // How many stand on the pages before this one.
  readonly from?: number
}

const pageSize = 15

export const inboxPage = ({ around, all, month, months, from = 0 }: InboxPage): string => {
  const title = 'Feedback'
  const left = all.length - from - pageSize
  return staffPage(
    'inbox',
    around,
    { title },
    {
      title,
      month: monthWords(month),
      rows: sorted(all)
        .slice(from, from + pageSize)
        .map(rowOf),
      more:
        left > 0
          ? { text: `Show older ones (${left} more)`, href: `${inboxAt}?month=${month}&from=${from + pageSize}` }
          : undefined,
      months: months.map((one) => ({ text: monthWords(one), href: `${inboxAt}?month=${one}`, current: one === month })),
    },
  )
}

// Where somebody may be in danger first, then the newest.
const sorted = (all: readonly Feedback[]): readonly Feedback[] =>
  all.toSorted((a, b) => Number(urgent(b)) - Number(urgent(a)) || b.at - a.at)

const urgent = ({ danger, state }: Feedback): boolean => danger && state === 'new'

const rowOf = (one: Feedback): Variables => ({
  href: `${inboxAt}/${encodeURIComponent(one.id)}`,
  when: moment(one.at),
  rating: one.rating === undefined ? 'No rating' : ratingWords[one.rating],
  words: one.words === '' ? 'No words' : onOneLine(one.words),
  page: one.page ?? 'Page unknown',
  tags: [
    ...(one.danger ? [{ text: 'May be in danger', colour: 'red' }] : []),
    ...(one.aside === undefined ? [] : [{ text: 'Set aside', colour: 'grey' }]),
    { text: stateWords[one.state], colour: one.state === 'new' ? 'blue' : 'grey' },
    ...(one.tag === undefined ? [] : [{ text: onOneLine(one.tag), colour: 'purple' }]),
  ],
})

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
