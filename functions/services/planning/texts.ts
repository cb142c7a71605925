// What planning texts.
import { council } from '#services/council.ts'
import { afterwardsTexts } from '../afterwards-texts.ts'
import { confirmationEmail } from '../emails.ts'
import { answer, news, textTable } from '../text-table.ts'

export const planningTexts = textTable({
  ...afterwardsTexts('planning application'),
  confirmation: {
    ...answer,
    version: 1,
    words: `${council.name}: we have your planning application ((reference)). We will check that it is complete. See it: ((yourLink))`,
    email: confirmationEmail({
      what: 'planning application',
      next: 'We will check that it is complete. If something is missing, we will tell you what.',
    }),
  },
  'more-information': {
    ...news,
    version: 1,
    words: `${council.name}: your planning application ((reference)) is not complete. See what we need: ((link))`,
  },
  'document-refused': {
    ...news,
    version: 1,
    words: `${council.name}: we could not open a document that you sent with ((reference)). See which one and send it again: ((link))`,
  },
  valid: {
    ...news,
    version: 1,
    words: `${council.name}: your planning application ((reference)) is valid and is being assessed. See where it is: ((link))`,
  },
  decision: {
    ...news,
    version: 1,
    words: `${council.name}: there is a decision on your planning application ((reference)). See it here: ((link))`,
  },
  message: {
    ...news,
    version: 1,
    words: `${council.name}: there is a message for you about ((reference)). Read it and answer: ((link))`,
  },
})
