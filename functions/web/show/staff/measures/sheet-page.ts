// One entry of a book as a form; and how it stands where somebody else wrote it meanwhile.
import type { Day } from '#domain/day.ts'
import { answerLinesOf } from '#domain/forms/fields/index.ts'
import type { Problem, Typed } from '#domain/forms/kind.ts'
import type { BookEntry, Questions } from '#domain/measures/books/book.ts'
import { onOneLine } from '../../controls/entered.ts'
import { formParts } from '../../controls/form.ts'
import { moment } from '../../when.ts'
import { type StaffAround, staffPage } from '../around.ts'

export type SheetPage = {
  readonly around: StaffAround
  readonly title: string
  readonly words: readonly string[]
  readonly questions: Questions
  readonly typed: Typed
  readonly problems: readonly Problem[]
  readonly action: string
  readonly version: number
  readonly button: string
  // Newest first.
  readonly before: readonly BookEntry[]
}

export const sheetPage = (given: SheetPage): string => {
  const { around, title, questions, typed, problems } = given
  return staffPage(
    'measures/sheet',
    around,
    { title, failed: problems.length > 0 },
    {
      ...{ title, words: given.words, action: given.action, version: given.version, buttonText: given.button },
      ...formParts({ id: 'sheet', title, questions, typed, problems }),
      before: given.before.slice(0, shownVersions).map(writtenWords),
    },
  )
}

const shownVersions = 10

const writtenWords = ({ version, by, at }: BookEntry): string => `Version ${version}, ${onOneLine(by)}, ${moment(at)}`

export type SheetConflict = {
  readonly around: StaffAround
  readonly questions: Questions
  readonly typed: Typed
  readonly now?: BookEntry
  readonly today: Day
  // Where it is changed as it is now.
  readonly href: string
}

export const sheetConflictPage = ({ around, questions, typed, now, today, href }: SheetConflict): string => {
  const title = 'Someone else wrote this'
  const rows = (of: Typed) =>
    Object.entries(questions).map(([id, question]) => ({
      question: question.label ?? id,
      lines: answerLinesOf(of, id, question, today),
    }))
  return staffPage(
    'measures/conflict',
    around,
    { title },
    {
      ...{ title, href, typed: rows(typed), now: now === undefined ? [] : rows(now.typed) },
      said: now === undefined ? '' : writtenWords(now),
    },
  )
}
