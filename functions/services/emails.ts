// What is sent by email where a text would not be safe. It names nothing of what was told: somebody else may open the inbox.
import type { EmailWords } from '#domain/texts/text.ts'
import { council } from './council.ts'

type Said = { readonly what: string; readonly next: string }

export const confirmationEmail = ({ what, next }: Said): EmailWords => ({
  version: 1,
  subject: `We have your ${what} ((reference))`,
  words: [
    `We have your ${what}. Your reference is ((reference)).`,
    next,
    'To see it, or to change something, go to:',
    '((link))',
    'You need the recovery phrase that you were given, or the phone that you gave us.',
    `${council.name}  \n${council.phones.switchboard}  \n${council.phoneHours.switchboard}`,
  ].join('\n\n'),
})
