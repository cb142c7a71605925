// What the desk should have ready for whoever comes, as they told it.
import type { Case } from '#domain/cases/case.ts'

export const needsOf = ({ record }: Case): readonly string[] => {
  const entries = record.sections.flatMap(({ parts }) => parts.flatMap((part) => part.entries))
  const linesOf = (id: string): readonly string[] =>
    entries.filter((entry) => entry.id === id && !entry.sensitive).flatMap(({ lines }) => lines)
  const interpreter = linesOf('interpreter').filter((line) => line !== 'Yes' && line !== 'No')
  return [
    ...linesOf('needs').filter((line) => !line.startsWith('No, none')),
    ...interpreter.map((line) => line.replace(/^Language/, 'Interpreter')),
  ]
}
