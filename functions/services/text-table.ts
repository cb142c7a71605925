// A service's texts as a table: a row says its words, their version and its rules. The rules that
// most rows share have names here; nothing is read from what a text is called.
import type { TextRules, TextTemplate } from '#domain/texts/text.ts'
import { asEmail, asLetter } from './emails.ts'

export type TextRow = TextRules & Pick<TextTemplate, 'words' | 'version' | 'email' | 'letter' | 'mustHold'>

export const textTable = (rows: Readonly<Record<string, TextRow>>): Readonly<Record<string, TextTemplate>> =>
  Object.fromEntries(Object.entries(rows).map(([id, row]) => [id, { id, ...posted(row), ...row }]))

// Whoever has no phone that is safe is told the same by email, or else in a letter, where it is still of use when that comes.
const posted = (row: TextRow): Pick<TextTemplate, 'email' | 'letter'> =>
  row.category === 'security'
    ? {}
    : { email: asEmail(row), ...(row.category === 'essential' && !row.lapses ? { letter: asLetter(row) } : {}) }

const usual = { resendWhenUncertain: true, canStop: false, lapses: false, chased: true } as const

// To somebody who has just done something and sees that it worked.
export const answer: TextRules = { ...usual, category: 'essential', quiet: 'at-once' }

// Something was decided or found out, by staff or by a job: nobody waits for it at that moment.
export const news: TextRules = { ...usual, category: 'essential', quiet: 'daytime' }

// Stands only for a while, so that what comes after calls it off.
export const offerOfTime: TextRules = { ...news, quiet: 'not-holidays', lapses: true }

// Can be done without and stopped; twice would be a nuisance.
export const reminder: TextRules = {
  ...{ category: 'reminder', quiet: 'not-holidays', resendWhenUncertain: false },
  ...{ canStop: true, lapses: true, chased: true },
}

// Of a day that they were promised to be reminded of.
export const promisedReminder: TextRules = { ...reminder, quiet: 'promised' }

// A code: whoever asked for it is waiting, and can ask for another.
export const codeText: TextRules = { ...answer, category: 'security', resendWhenUncertain: false, chased: false }

// To whoever is on duty, about no case: an alarm tells it too.
export const toDuty: TextRules = { ...answer, chased: false }

// They saw the same on the page.
export const copyOfPage: TextRules = { ...answer, resendWhenUncertain: false, chased: false }
