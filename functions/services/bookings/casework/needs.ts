// What the desk should have ready for whoever comes, as they told it.
import type { AnswerTold } from '#domain/slots/booking.ts'

export const needsToldIn = (answers: readonly AnswerTold[]): readonly string[] => {
  const linesOf = (wanted: string): readonly string[] =>
    answers.filter(({ id, sensitive }) => id === wanted && !sensitive).flatMap(({ lines }) => lines)
  const interpreter = linesOf('interpreter').filter((line) => line !== 'Yes' && line !== 'No')
  return [
    ...linesOf('needs').filter((line) => !line.startsWith('No, none')),
    ...interpreter.map((line) => line.replace(/^Language/, 'Interpreter')),
  ]
}
