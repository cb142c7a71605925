// A recovery phrase: to keep, and to come back with.
import { type Around, citizenPage } from '../around.ts'
import { byEmail, byText, byUs } from './code-pages.ts'
import { type FewFields, fewFields } from './return-pages.ts'

export type PhrasePage = {
  readonly around: Around
  // What they open: 'application', 'appointment'.
  readonly noun: string
  readonly reference: string
  // Absent until it was asked for.
  readonly phrase?: string
  readonly action: string
  // Where it is typed in.
  readonly address: string
  // In words; absent for what was sent.
  readonly keptUntil?: string
  readonly onward: string
}

export const phrasePage = (given: PhrasePage): string => {
  const title = given.phrase === undefined ? 'Get a recovery phrase' : 'Your recovery phrase'
  return citizenPage('phrase', given.around, { title }, { ...given, title })
}

export const byPhrasePage = (given: FewFields): string =>
  fewFields(given, {
    title: 'Return with a recovery phrase',
    words: ['Use the reference and the 6 words that we showed you.'],
    inputs: [
      { field: 'reference', label: 'Reference', classes: 'govuk-input--width-10', spellcheck: false },
      { field: 'phrase', label: 'Recovery phrase', hint: '6 words', spellcheck: false },
    ],
    send: 'Continue',
    links: [byText, byEmail, byUs],
  })
