// What is sent by email where a text would not be safe. It names nothing of what was told: somebody else may open the inbox.
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
    `${council.name}  \n${council.phones.switchboard}  \n${council.phoneHours.switchboard}`,
  ].join('\n\n'),
})
