// A template and its values → the words of a text. A missing value is told, never sent as "Dear undefined".
import { no, ok, type Result } from '../result.ts'
import { bytesOf, mostBytes, plainer } from './parts.ts'
import type { TextTemplate } from './text.ts'

// GOV.UK Notify's limit: six parts of 153.
const most = 918

export type Unfilled =
  | { readonly is: 'missing'; readonly template: string; readonly missing: readonly string[] }
  | { readonly is: 'too-long'; readonly template: string }

// Never cut: half a link leads nowhere, and half a sentence may say the opposite.
export const fill = (template: TextTemplate, values: Readonly<Record<string, string>>): Result<string, Unfilled> => {
  const missing = placeholders(template).filter((name) => (values[name] ?? '') === '')
  if (missing.length > 0) return no({ is: 'missing', template: template.id, missing })
  const body = plainer(template.words.replace(/\(\((\w+)\)\)/g, (_whole, name: string) => values[name] ?? ''))
  return [...body].length > most || bytesOf(body) > mostBytes ? no({ is: 'too-long', template: template.id }) : ok(body)
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
