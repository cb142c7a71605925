// A template and its values → the words of a text. A missing value is told, never sent as "Dear undefined".
import { no, ok, type Result } from '../result.ts'
import { bytesOf, mostTextBytes, plainer } from './parts.ts'
import type { EmailWords, TextTemplate } from './text.ts'

// GOV.UK Notify's limit: six parts of 153.
const most = 918

export type Unfilled =
  | { readonly is: 'missing'; readonly template: string; readonly missing: readonly string[] }
  | { readonly is: 'too-long'; readonly template: string }

// Never cut: half a link leads nowhere, and half a sentence may say the opposite.
export const fill = (template: TextTemplate, values: Readonly<Record<string, string>>): Result<string, Unfilled> => {
  const missing = missingIn(template.words, values)
  if (missing.length > 0) return no({ is: 'missing', template: template.id, missing })
  const body = plainer(filled(template.words, values))
  return [...body].length > most || bytesOf(body) > mostTextBytes
    ? no({ is: 'too-long', template: template.id })
    : ok(body)
}

export type Letter = { readonly subject: string; readonly body: string }

// GOV.UK Notify's limit is 2,000,000 bytes; a tenth is more than anybody reads.
const mostOfEmail = 200_000

export const fillEmail = (
  template: Pick<TextTemplate, 'id'> & { readonly email: EmailWords },
  values: Readonly<Record<string, string>>,
): Result<Letter, Unfilled> => {
  const { subject, words } = template.email
  const missing = missingIn(`${subject} ${words}`, values)
  if (missing.length > 0) return no({ is: 'missing', template: template.id, missing })
  const plain = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, unmarked(value)]))
  const body = filled(words, plain)
  return body.length > mostOfEmail
    ? no({ is: 'too-long', template: template.id })
    : ok({ subject: filled(subject, values), body })
}

// What stands in an email for a value neither formats it nor becomes a link, but for our own addresses, which are made here
// (GOV.UK Notify, "sanitise_content_for").
const unmarked = (value: string): string =>
  /^https?:\/\/[\w.:/?=&-]+$/.test(value)
    ? value
    : value.replace(/[\\`*_{}[\]()#+>|~^-]/g, '\\$&').replace(/:\/\//g, ': ')

const filled = (words: string, values: Readonly<Record<string, string>>): string =>
  words.replace(/\(\((\w+)\)\)/g, (_whole, name: string) => values[name] ?? '')

const missingIn = (words: string, values: Readonly<Record<string, string>>): readonly string[] =>
  placeholdersIn(words).filter((name) => (values[name] ?? '') === '')

export const placeholders = (template: TextTemplate): readonly string[] => placeholdersIn(template.words)

const placeholdersIn = (words: string): readonly string[] => [
  ...new Set([...words.matchAll(/\(\((\w+)\)\)/g)].map((found) => found[1] ?? '')),
]

// The only thing a person typed that may stand in a text. Letters, space, ' and -: with no dot or slash nothing becomes a link.
export const safeName = (name: string): string =>
  [...name.normalize('NFC')]
    .filter((letter) => /[\p{L}' -]/u.test(letter))
    .join('')
    .trim()
    .slice(0, 40)
