// The addresses of what somebody has here.

import type { CitizenRoute } from '../serve.ts'
import type { Answer } from '../visit.ts'
import { showAgain, takeAgain } from './again.ts'
import { showOwnCase } from './case.ts'
import { showChange, showContact, takeChange, takeContact } from './change.ts'
import { answersFile, myDataFile, showAnswers, showMyData } from './copies.ts'
import { showDeed, takeDeed } from './deed.ts'
import { showDelete, takeDelete } from './delete-draft.ts'
import { sendDocuments } from './documents.ts'
import { showWrite, takeWrite } from './messages.ts'
import { showNotice } from './notice.ts'
import { inOwnCase, type SentVisit } from './own-case.ts'
import { showWaysBack, takeWaysBack, waysBackPage } from './ways-back.ts'
import { helpersPage } from './who-helps.ts'
import { showCaseHelper, showCaseHelpers, showHelpedCase, takeCaseHelper, takeCaseHelpers } from './who-helps-case.ts'

type Own = (visit: SentVisit) => Promise<Answer> | Answer

const one = '/my-applications/{reference}'

const get = (page: string, answer: Own, toHelper?: Own): CitizenRoute => ({
  ...{ method: 'GET', path: `${one}${page}`, policy: 'owner' },
  answer: inOwnCase(answer, toHelper),
})
const post = (page: string, answer: Own): CitizenRoute => ({
  ...{ method: 'POST', path: `${one}${page}`, policy: 'owner' },
  answer: inOwnCase(answer),
})

const drafts = '/my-applications/continue/{reference}/delete'

export const ownRoutes: readonly CitizenRoute[] = [
  { method: 'GET', path: drafts, policy: 'owner', answer: showDelete },
  { method: 'POST', path: drafts, policy: 'owner', answer: takeDelete },
  { method: 'GET', path: `${one}/again`, policy: 'owner', answer: showAgain },
  { method: 'POST', path: `${one}/again`, policy: 'owner', answer: takeAgain },
  get('', showOwnCase, showHelpedCase),
  get('/notice/{copy}', showNotice),
  get('/answers', showAnswers),
  get('/answers/file', answersFile),
  get('/my-data', showMyData),
  get('/my-data/file', myDataFile),
  get('/messages', showWrite),
  post('/messages', takeWrite),
  post('/documents', sendDocuments),
  get('/change', showChange),
  post('/change', takeChange),
  get('/contact', showContact),
  post('/contact', takeContact),
  get(`/${waysBackPage}`, showWaysBack),
  post(`/${waysBackPage}`, takeWaysBack),
  get(`/${helpersPage}`, showCaseHelpers),
  post(`/${helpersPage}`, takeCaseHelpers),
  get(`/${helpersPage}/add`, showCaseHelper),
  post(`/${helpersPage}/add`, takeCaseHelper),
  get('/do/{deed}', showDeed),
  post('/do/{deed}', takeDeed),
]
