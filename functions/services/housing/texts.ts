// What the housing register texts.
import { council } from '#services/council.ts'
import { afterwardsTexts } from '../afterwards-texts.ts'
import { confirmationEmail } from '../emails.ts'
import { answer, news, reminder, textTable } from '../text-table.ts'

export const housingTexts = textTable({
  ...afterwardsTexts('housing application'),
  confirmation: {
    ...answer,
    version: 1,
    words: `${council.name}: we have your housing application ((reference)). We will start within 2 working days. See it: ((yourLink))`,
    email: confirmationEmail({
      what: 'housing application',
      next: 'We will start to look at it within 2 working days.',
    }),
  },
  'more-information': {
    ...news,
    version: 1,
    words: `${council.name}: we need more information for your application ((reference)). Answer here: ((link))`,
  },
  'document-refused': {
    ...news,
    version: 1,
    words: `${council.name}: we could not open a document that you sent with ((reference)). See which one and send it again: ((link))`,
  },
  'documents-wanted': {
    ...news,
    version: 1,
    words: `${council.name}: we need documents for your application ((reference)). See which and send them: ((link))`,
  },
  'document-not-accepted': {
    ...news,
    version: 1,
    words: `${council.name}: we cannot accept a document that you sent with ((reference)). See why and send another: ((link))`,
  },
  'reminder-documents': {
    ...reminder,
    version: 1,
    words: `${council.name}: please send documents for application ((reference)). See which or stop reminders: ((stop))`,
  },
  'documents-last-days': {
    ...news,
    lapses: true,
    version: 1,
    words: `${council.name}: ((by)) is the last day to send documents for your application ((reference)). Send them: ((link))`,
  },
  accepted: {
    ...news,
    version: 1,
    words: `${council.name}: there is a decision on your application ((reference)). See your band and its date: ((link))`,
  },
  'not-qualifying': {
    ...news,
    // Housing Act 1996, section 166A(9)(c).
    mustHold: ['how to ask for a review'],
    version: 1,
    words: `${council.name}: there is a decision on your application ((reference)). See it and how to ask for a review: ((link))`,
  },
  kept: {
    ...news,
    version: 1,
    words: `${council.name}: we looked at what changed on your application ((reference)). Your band stays as it was. See it: ((link))`,
  },
  'need-changed': {
    ...news,
    version: 1,
    words: `${council.name}: the number of bedrooms you need has changed on your application ((reference)). See it: ((link))`,
  },
  cancelled: {
    ...news,
    version: 1,
    words: `${council.name}: your application ((reference)) has been cancelled. See why: ((link))`,
  },
  message: {
    ...news,
    version: 1,
    words: `${council.name}: there is a message for you about ((reference)). Read it and answer: ((link))`,
  },
})
