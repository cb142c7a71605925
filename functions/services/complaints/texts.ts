// What complaints text.
import { council } from '#services/council.ts'
import { confirmationEmail } from '../emails.ts'
import { answer, news, textTable } from '../text-table.ts'

export const complaintsTexts = textTable({
  confirmation: {
    ...answer,
    version: 1,
    words: `${council.name}: we have your complaint ((reference)). You will hear from us by ((by)). See it: ((yourLink))`,
    email: {
      ...confirmationEmail({ what: 'complaint', next: 'We will tell you how we understand it.' }),
      version: 1,
    },
  },
  acknowledged: {
    ...news,
    version: 1,
    words: `${council.name}: we will answer complaint ((reference)) by ((by)). See how we understand it: ((link))`,
  },
  'not-accepted': {
    ...news,
    version: 1,
    words: `${council.name}: we cannot look into complaint ((reference)). See why, or ask the ombudsman (((ombudsman))): ((link))`,
  },
  extended: {
    ...news,
    version: 1,
    words: `${council.name}: complaint ((reference)) takes until ((by)). See why: ((link)) Ombudsman: ((ombudsman))`,
  },
  answered: {
    ...news,
    version: 1,
    words: `${council.name}: our answer to complaint ((reference)) is ready. Ask us again, or the ombudsman (((ombudsman))): ((link))`,
  },
  'stage-2-asked': {
    ...answer,
    version: 1,
    words: `${council.name}: another person looks at complaint ((reference)) again and will answer by ((by)). See it: ((link))`,
  },
  'stage-2-noted': {
    ...news,
    version: 1,
    words: `${council.name}: as you asked, another person looks at complaint ((reference)) again. Answer by ((by)): ((link))`,
  },
  'ombudsman-decided': {
    ...news,
    version: 1,
    words: `${council.name}: the ombudsman has decided on your complaint ((reference)). See what we do now: ((link))`,
  },
  'put-right': {
    ...news,
    version: 1,
    words: `${council.name}: we have done what we said about your complaint ((reference)). See it: ((link))`,
  },
  message: {
    ...news,
    version: 1,
    words: `${council.name}: there is a message for you about ((reference)). Read it and answer: ((link))`,
  },
  withdrawn: {
    ...answer,
    version: 1,
    words: `${council.name}: you have taken back your complaint ((reference)). If this was not you, tell us: ((link))`,
  },
  'withdrawal-noted': {
    ...news,
    version: 1,
    words: `${council.name}: your complaint ((reference)) is taken back, as you asked. If this is wrong, tell us: ((link))`,
  },
  reopened: {
    ...news,
    version: 1,
    words: `${council.name}: we are looking at your complaint ((reference)) again. See why: ((link))`,
  },
  corrected: {
    ...news,
    version: 1,
    words: `${council.name}: there was an error in our answer to your complaint ((reference)). See the correction: ((link))`,
  },
})
