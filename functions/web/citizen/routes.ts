// Every address of the residents' side, and who may.
import type { Service } from '#services/service.ts'
import { showAdvice } from './advice.ts'
import { anotherForm } from './another-form.ts'
import { appointmentRoutes } from './appointment.ts'
import { whileOpen } from './closed.ts'
import {
  continueDraft,
  showCode,
  showComeBack,
  showMine,
  showSave,
  takeCode,
  takeComeBack,
  takeSave,
} from './come-back.ts'
import { showList, showRemove, takeList, takeRemove } from './list.ts'
import { moveRoutes } from './move-appointment.ts'
import { passExit, showExit, showQuestion, takeQuestion } from './question.ts'
import { showQueue } from './queue.ts'
import { removeFile } from './remove-file.ts'
import { send, showCheck, showConfirmation, showDeclaration, showTasks } from './sending.ts'
import type { CitizenPolicy, CitizenRoute } from './serve.ts'
import { content, home, startNow, startPage, textsWeSend } from './start.ts'
import { moreTime, sessionEnded, showStatus, stay } from './status.ts'
import { showStop, takeStop, takeUndo } from './stop.ts'
import { unsavedQuestion } from './unsaved-question.ts'
import { type Answer, type DraftVisit, inDraft, type Visit } from './visit.ts'
import { advice } from './where.ts'

export const citizenRoutes = (services: readonly Service[]): readonly CitizenRoute[] => [
  get('/', 'open', home),
  get('/accessibility', 'open', content('accessibility')),
  get('/privacy', 'open', content('privacy')),
  get('/cookies', 'open', content('cookies')),
  get('/contact', 'open', content('contact')),
  get('/texts', 'open', textsWeSend),
  get('/session/more-time', 'open', moreTime),
  always('/session/stay', stay),
  get('/session/ended', 'open', sessionEnded),
  get('/return', 'open', showComeBack),
  always('/return', takeComeBack),
  get('/return/code', 'open', showCode),
  always('/return/code', takeCode),
  get('/return/{reference}', 'open', showComeBack),
  get('/stop/{token}/{reference}', 'open', showStop),
  always('/stop/{token}/{reference}', takeStop),
  always('/stop/{token}/{reference}/undo', takeUndo),
  get('/my-applications', 'owner', showMine),
  get('/my-applications/continue/{reference}', 'owner', continueDraft),
  get('/my-applications/{reference}', 'owner', showStatus),
  ...appointmentRoutes,
  ...moveRoutes,
  ...services.flatMap(serviceRoutes),
]

const serviceRoutes = (service: Service): readonly CitizenRoute[] => {
  const at = `/${service.id}`
  const draft: InDraft = (answer) => inDraft(service, whileOpen(service, answer))
  return [
    get(at, 'open', startPage(service)),
    post(`${at}/start`, 'open', startNow(service)),
    get(`${at}/queue`, 'open', showQueue(service)),
    get(`${at}/tasks`, 'draft', draft(showTasks)),
    get(`${at}/check-your-answers`, 'draft', draft(showCheck)),
    get(`${at}/${advice}`, 'draft', draft(showAdvice)),
    get(`${at}/declaration`, 'draft', draft(showDeclaration)),
    post(`${at}/declaration`, 'draft', draft(send)),
    get(`${at}/confirmation`, 'draft', draft(showConfirmation)),
    get(`${at}/save`, 'draft', draft(showSave)),
    post(`${at}/save`, 'draft', draft(takeSave)),
    get(`${at}/{section}/{item}/remove`, 'draft', draft(showRemove)),
    post(`${at}/{section}/{item}/remove`, 'draft', draft(takeRemove)),
    ...[`${at}/{section}/{page}`, `${at}/{section}/{item}/{page}`].flatMap((page) => besidePage(page, draft)),
    get(`${at}/{section}`, 'draft', draft(showList)),
    post(`${at}/{section}`, 'draft', draft(takeList)),
    ...[`${at}/{section}/{page}`, `${at}/{section}/{item}/{page}`].flatMap((page) => [
      get(page, 'draft', draft(showQuestion)),
      { ...post(page, 'draft', draft(takeQuestion)), whileReadOnly: draft(unsavedQuestion) },
    ]),
  ]
}

type InDraft = (answer: (visit: DraftVisit) => Promise<Answer> | Answer) => Handler

// These come first: the last word of their addresses could be taken for a page.
const besidePage = (page: string, draft: InDraft): readonly CitizenRoute[] => [
  get(`${page}/exit`, 'draft', draft(showExit)),
  post(`${page}/exit`, 'draft', draft(passExit)),
  post(`${page}/remove-file`, 'draft', draft(removeFile)),
  get(`${page}/upload-form`, 'draft', draft(anotherForm)),
]

type Handler = (visit: Visit) => Promise<Answer> | Answer

const get = (path: string, policy: CitizenPolicy, answer: Handler): CitizenRoute => ({
  method: 'GET',
  path,
  policy,
  answer,
})
const post = (path: string, policy: CitizenPolicy, answer: Handler): CitizenRoute => ({
  method: 'POST',
  path,
  policy,
  answer,
})

// Keeps nothing of a person's answers, so it goes on while nothing may be saved: a session, a code to come back by.
const always = (path: string, answer: Handler): CitizenRoute => ({
  ...post(path, 'open', answer),
  whileReadOnly: answer,
})
