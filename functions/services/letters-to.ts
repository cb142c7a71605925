// Where letters go, as a case's record has it.
import type { Case } from '#domain/cases/case.ts'
import type { Entry } from '#domain/forms/answered/record.ts'

export const entriesOf = ({ record }: Pick<Case, 'record'>): readonly Entry[] =>
  record.sections.flatMap(({ parts }) => parts.flatMap((part) => part.entries))

/** The lines of an answer; none where it was not asked. */
export const linesIn = (entries: readonly Entry[], id: string): readonly string[] =>
  (entries.find((entry) => entry.id === id)?.lines ?? []).flatMap((line) => line.split(/\r?\n/))

/** The name first, a line each. Undefined where there is no address. */
export const lettersTo = (name: string, address: readonly string[]): string | undefined => {
  const lines = [name, ...address].map((line) => line.trim().replace(/,$/, '')).filter((line) => line !== '')
  return address.length === 0 ? undefined : lines.join('\n')
}
