// What a person typed on a page, as the controls show it again.
import type { Typed } from '#domain/forms/kind.ts'

export type Entered = {
  // One line: a browser drops line breaks there too.
  readonly line: (field: string) => string
  readonly lines: (field: string) => string
  readonly given: (field: string) => boolean
  readonly chosen: (field: string, option: string) => boolean
  // The value attribute of one option.
  readonly option: (field: string, option: string) => string
  // The name of the person, owner or document that the page asks about.
  readonly name: string | undefined
}

export const enteredFrom = (typed: Typed, name?: string): Entered => ({
  line: (field) => lineOf(typed, field),
  lines: (field) => valuesOf(typed, field)[0] ?? '',
  given: (field) => lineOf(typed, field).trim() !== '',
  chosen: (field, option) => valuesOf(typed, field).includes(option),
  option: (_field, option) => option,
  name: name === undefined ? undefined : onOneLine(name),
})

export const lineOf = (typed: Typed, field: string): string => onOneLine(valuesOf(typed, field)[0] ?? '')

export const valuesOf = (typed: Typed, field: string): readonly string[] =>
  Object.hasOwn(typed, field) ? (typed[field] ?? []) : []

export const onOneLine = (text: string): string => text.replace(/[\r\n]+/g, ' ')
