// How to contact an applicant, for staff: what they chose, what they did not, and what they said of it.
import type { Case } from '#domain/cases/case.ts'
import { ways, waysInWords } from '#domain/cases/contact.ts'
import type { Day } from '#domain/day.ts'
import type { Variables } from '../template-runtime.ts'
import { answerShown } from './staff/case/masks.ts'

type Showing = {
  readonly maySeeSensitive: boolean
  readonly today: Day
  // The one answer that was asked for whole.
  readonly shown?: string | undefined
}

// `answers`: the questions about it, in the order in which they are shown.
export const contactRows = (subject: Case, answers: readonly string[], showing: Showing): readonly Variables[] => {
  const { ways: chosen } = subject.applicant
  return [
    ...(chosen === undefined
      ? []
      : [
          {
            question: 'Contact by',
            lines: chosen.map((way) => waysInWords[way]),
            empty: 'Nothing: they will contact us',
          },
          {
            question: 'Never use',
            lines: ways.filter((way) => !chosen.includes(way)).map((way) => waysInWords[way]),
            empty: 'They chose every way',
          },
        ]),
    ...contactLines(subject, answers, showing),
  ]
}

// As they stand in the record, in the order of the questions.
export const contactLines = ({ record }: Case, ids: readonly string[], showing: Showing): readonly Variables[] => {
  const entries = record.sections.flatMap(({ parts }) => parts.flatMap((part) => part.entries))
  return ids.flatMap((id) =>
    entries
      .filter((entry) => entry.id === id && (showing.maySeeSensitive || !entry.sensitive))
      .map((entry) => ({ ...answerShown(entry, showing), empty: 'No answer' })),
  )
}
