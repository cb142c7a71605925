// Somebody back by a code opens what they sent: they give the date of birth that stands in their answers, where they are asked for it.
import { savedIn } from '#domain/forms/answered/draft.ts'
import { one } from '#domain/forms/kind.ts'
import type { Counter } from '#web/citizen/counter.ts'
import type { Answered, Visitor } from '../worlds/visitor.ts'

export const openMine = async (
  person: Visitor,
  counter: Pick<Counter, 'cases' | 'drafts'>,
  reference: string,
): Promise<Answered> => {
  const page = await person.get(`/my-applications/${reference}`)
  if (!page.path.endsWith('/date-of-birth')) return page
  const subject = await counter.cases.get(reference)
  const draft = await counter.drafts.get(subject?.draftId ?? '')
  const typed = draft === undefined ? {} : (savedIn(draft).pages['about-you/date-of-birth'] ?? {})
  return person.post(page.path, bornOn(['day', 'month', 'year'].map((part) => one(typed, `dateOfBirth-${part}`))))
}

export const bornOn = ([day = '', month = '', year = '']: readonly string[]) => ({
  'bornOn-day': day,
  'bornOn-month': month,
  'bornOn-year': year,
})
