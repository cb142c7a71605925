// What is sent by email where a text would not be safe. It names nothing of what was told: somebody else may open the inbox.
import { capital } from '#domain/first-letter.ts'
import type { EmailWords } from '#domain/texts/text.ts'
import { council } from './council.ts'

type Said = { readonly what: string; readonly next: string }

export const confirmationEmail = ({ what, next }: Said): EmailWords => ({
  version: 2,
  subject: `We have your ${what} ((reference))`,
  words: [
    `We have your ${what}. Your reference is ((reference)).`,
    next,
    'To see it, or to change something, go to:',
    '((emailLink))',
    'We will email you a code. If you have a recovery phrase, you can use that instead.',
    signed,
  ].join('\n\n'),
})

const signed = `${council.name}  \n${council.phones.switchboard}  \n${council.phoneHours.switchboard}`

type Row = { readonly version: number; readonly words: string }

/** What a text says, by email or in a letter: without the name that a text begins with, and signed. */
export const asEmail = ({ version, words }: Row): EmailWords => ({
  ...{ version, follows: true, subject: 'A message about ((reference))' },
  words: `${unnamed(words).replace('((yourLink))', '((emailLink))')}\n\n${signed}`,
})

export const asLetter = ({ version, words }: Row): EmailWords => ({
  ...{ version, follows: true, subject: 'A message about ((reference))' },
  words: `${unnamed(words).replace('((yourLink))', '((link))')}\n\n${signed}`,
})

/** A text that was made, by another channel. */
export const signedBody = (body: string): string => `${unnamed(body)}\n\n${signed}`

const unnamed = (words: string): string => {
  const rest = words.startsWith(`${council.name}: `) ? words.slice(council.name.length + 2) : words
  return capital(rest)
}
