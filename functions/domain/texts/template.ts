// A template and its values → the words of a text. A missing value is told, never sent as "Dear undefined".
import { no, ok, type Result } from '../result.ts'
import { plainer } from './parts.ts'
import type { TextTemplate } from './text.ts'

// GOV.UK Notify's limit: six parts of 153.
const most = 918

export type Unfilled = { readonly template: string; readonly missing: readonly string[] }

export const fill = (template: TextTemplate, values: Readonly<Record<string, string>>): Result<string, Unfilled> => {
  const wanted = placeholders(template)
  const missing = wanted.filter((name) => (values[name] ?? '') === '')
  if (missing.length > 0) return no({ template: template.id, missing })
  const body = plainer(template.words.replace(/\(\((\w+)\)\)/g, (_whole, name: string) => values[name] ?? '')).slice(
    0,
    most,
  )
  return ok(body)
}

export const placeholders = (template: TextTemplate): readonly string[] => [
  ...new Set([...template.words.matchAll(/\(\((\w+)\)\)/g)].map((found) => found[1] ?? '')),
]

// The only thing a person typed that may stand in a text. Letters, space, ' and -: with no dot or slash nothing becomes a link.
export const safeName = (name: string): string =>
  [...name.normalize('NFC')]
    .filter((letter) => /[\p{L}' -]/u.test(letter))
    .join('')
    .trim()
    .slice(0, 40)
