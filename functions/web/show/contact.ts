// How to contact an applicant, for staff: what they chose, what they did not, and what they said of it.
import type { Case } from '#domain/cases/case.ts'
import { ways, waysInWords } from '#domain/cases/contact.ts'
import type { Entry } from '#domain/forms/answered/record.ts'
import type { Variables } from '../template-runtime.ts'

// `answers`: the questions about it, in the order in which they are shown.
export const contactRows = (
  subject: Case,
  answers: readonly string[],
  maySeeSensitive: boolean,
): readonly Variables[] => {
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
    ...answered(subject, answers, maySeeSensitive),
  ]
}

// As they stand in the record, in the order of the questions.
export const answered = ({ record }: Case, ids: readonly string[], maySeeSensitive: boolean): readonly Variables[] => {
  const entries = record.sections.flatMap(({ parts }) => parts.flatMap((part) => part.entries))
  return ids.flatMap((id) =>
    entries.filter((entry) => entry.id === id && (maySeeSensitive || !entry.sensitive)).map(entryRow),
  )
}

const entryRow = ({ question, lines }: Entry): Variables => ({ question, lines, empty: 'No answer' })
