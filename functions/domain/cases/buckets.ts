// What a case wants of its officer today: where it stands on a worklist, and by which day it is ordered there.
import { addDays, type Day, earlier } from '../day.ts'
import { decideBy } from '../rules/statutory.ts'
import type { ListedCase } from './case.ts'

// In the order of their urgency.
export const buckets = ['replied', 'legal', 'overdue', 'due', 'late-reply', 'waiting', 'later'] as const
export type Bucket = (typeof buckets)[number]

// In calendar days.
const soonDays = 7
const legalDays = 10

// Every case that is to be counted as urgent stands before this day in the order of worklists.
export const urgentBefore = (today: Day): Day => addDays(today, Math.max(soonDays, legalDays) + 1)

type Subject = Pick<ListedCase, 'dueOn' | 'waitingSince' | 'asked' | 'statutory' | 'replied' | 'news'>

export const bucketOf = (subject: Subject, today: Day): Bucket => {
  const { dueOn, waitingSince, asked, statutory, replied } = subject
  if (replied !== undefined || subject.news !== undefined) return 'replied'
  if (statutory !== undefined && decideBy(statutory) <= addDays(today, legalDays)) return 'legal'
  if (waitingSince !== undefined) return asked !== undefined && asked.by < today ? 'late-reply' : 'waiting'
  if (dueOn === undefined || dueOn > addDays(today, soonDays)) return 'later'
  return dueOn < today ? 'overdue' : 'due'
}

// The first day on which somebody has to look at it: a reply that came, what was sent unasked, the law's day, the day by which an answer is wanted, the target.
export const standsOn = ({ dueOn, waitingSince, asked, statutory, replied, news }: Subject): Day => {
  const own = waitingSince !== undefined && asked !== undefined ? asked.by : (dueOn ?? '9999-12-31')
  return [replied, news?.by, statutory && decideBy(statutory)].reduce<Day>(
    (first, day) => (day === undefined ? first : earlier(first, day)),
    own,
  )
}
