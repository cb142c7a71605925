// A text with the words that staff gave it: what they may say, what they must, and what follows for its email and its letter.
import type { Problem } from '#domain/forms/kind.ts'
import { bytesOf, mostTextBytes, textPartsOf } from '#domain/texts/parts.ts'
import { placeholders } from '#domain/texts/template.ts'
import type { TextTemplate } from '#domain/texts/text.ts'
import type { LiveWording } from '#domain/texts/wording.ts'
import { council } from './council.ts'
import { asEmail, asLetter } from './emails.ts'

/** The template as it counts now. Email and letter follow, where they have no words of their own. */
export const reworded = (template: TextTemplate, live: LiveWording | undefined): TextTemplate => {
  const { words, version } = live ?? {}
  if (words === undefined || version === undefined) return template
  const row = { words, version }
  return {
    ...template,
    ...row,
    ...(template.email?.follows === true ? { email: asEmail(row) } : {}),
    ...(template.letter?.follows === true ? { letter: asLetter(row) } : {}),
  }
}

// Of every case.
const always = ['reference', 'link']

/** What may stand in its words for a value. */
export const mayName = (template: TextTemplate): readonly string[] => [
  ...new Set([...always, ...placeholders(template)]),
]

/** What its words must have, whoever writes them: the council's name, what it is about, and what the law wants said. */
export const mustHave = ({ words, mustHold = [] }: TextTemplate): readonly string[] => [
  council.name,
  // Without them nobody knows which application it is, and can do nothing.
  ...['reference', 'link', 'yourLink', 'stop', 'offer', 'book']
    .map((name) => `((${name}))`)
    .filter((one) => words.includes(one)),
  ...mustHold,
]

/** What is wrong with new words of a template. */
export const wordingProblems = (template: TextTemplate, words: string): readonly Problem[] => {
  const field = 'words'
  if (words === '') return [{ field, words: 'Enter the words of the text' }]
  if (words === template.words) return [{ field, words: 'These are the words that it has now' }]
  const missing = mustHave(template).filter((one) => !words.includes(one))
  const names = mayName(template)
  const unknown = placeholders({ ...template, words }).filter((name) => !names.includes(name))
  const odd = words.replace(/\(\(\w+\)\)/g, '').match(/\(\(|\)\)/g) ?? []
  return [
    ...missing.map((one) => ({ field, words: `The text must have “${one}”` })),
    ...unknown.map((name) => ({
      field,
      words: `Nobody knows what ((${name})) is. You can use ${names.map((one) => `((${one}))`).join(', ')}`,
    })),
    ...(odd.length > 0 ? [{ field, words: 'Each (( must end with )), around one word' }] : []),
    ...(bytesOf(longest(words)) > mostTextBytes || [...longest(words)].length > most
      ? [{ field, words: 'The text is longer than the phone networks take' }]
      : []),
  ]
}

// GOV.UK Notify's limit: six parts of 153.
const most = 918

/** With the longest values that there are, as far as anybody knows. */
export const longest = (words: string): string =>
  words.replace(/\(\((\w+)\)\)/g, (_whole, name: string) => longValues[name] ?? 'Wednesday 30 September 2026')

const longLink = 'https://apply.dorsetcouncil.gov.uk/return/H2345678'
const longValues: Readonly<Record<string, string>> = {
  ...{ reference: 'H2345678', link: longLink, yourLink: `${longLink}?ABCDE`, name: 'Bartholomew-Alexander' },
  stop: 'https://apply.dorsetcouncil.gov.uk/stop/ABCDEFGHIJ/H2345678',
  place: 'Somewhere with as long a name as any place has',
  code: '123456',
}

/** Of a text's longest case: its parts, and how hard its words are to read, as a year of school. */
export const weighed = (words: string): { readonly parts: number; readonly grade: number } => ({
  parts: textPartsOf(longest(words)).parts,
  grade: gradeOf(words.replace(/https?:\S+|\(\(\w+\)\)/g, '')),
})

// Flesch and Kincaid's, with syllables counted by vowels: a smoke alarm, and no judge.
const gradeOf = (words: string): number => {
  const all = words.match(/\p{L}[\p{L}’'-]*/gu) ?? []
  if (all.length === 0) return 0
  const sentences = Math.max(1, (words.match(/[.?!:](?=\s|$)/g) ?? []).length)
  const syllables = all.reduce((sum, word) => sum + Math.max(1, (word.match(/[aeiouy]+/gi) ?? []).length), 0)
  return Math.max(0, Math.round(0.39 * (all.length / sentences) + 11.8 * (syllables / all.length) - 15.59))
}
