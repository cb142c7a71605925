// What the applicant sent of their own accord and nobody at the council has looked at yet: a message,
// documents, a change. As long as there is some, the case stands in the worklist, closed or not.
import type { Day } from '../day.ts'
import { addWorkingDays } from '../working-days.ts'
import type { Actor, Case, NewsOf } from './case.ts'

// Working days. Council to confirm [K].
export const answerDays = 5

// More of it does not give the council more time.
export const withNews = (subject: Case, of: NewsOf, today: Day): Case => {
  const {
    since,
    by,
    of: before,
  } = subject.news ?? {
    since: today,
    by: addWorkingDays(today, answerDays),
    of: [],
  }
  return { ...subject, news: { since, by, of: [...new Set([...before, of])] } }
}

export const withoutNews = ({ news: _seen, ...subject }: Case): Case => subject

// After an action. Whatever staff do on a case, they have seen what had come.
export const newsAfter = (
  after: Case,
  tells: NewsOf | undefined,
  { actor, today }: { readonly actor: Actor; readonly today: Day },
): Case => {
  if (actor.is === 'staff') return withoutNews(after)
  return tells === undefined || actor.is !== 'applicant' ? after : withNews(after, tells, today)
}

export const newsInWords: Readonly<Record<NewsOf, string>> = {
  message: 'Message',
  documents: 'Documents',
  change: 'Change',
}
