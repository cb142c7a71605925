// Every address of the residents' side, and who may.
import type { HelperMay } from '#domain/forms/answered/helping.ts'
import { isBookable, type Service } from '#services/service.ts'
import { seeOther } from '../http.ts'
import { paths } from '../show/site.ts'
import { showAdvice } from './answering/advice.ts'
import { notAlone } from './answering/alone.ts'
import { anotherForm } from './answering/another-form.ts'
import { showList, showRemove, takeList, takeRemove } from './answering/list.ts'
import { mapTile } from './answering/map.ts'
import { passExit, showExit, showQuestion, takeQuestion } from './answering/question.ts'
import { removeFile } from './answering/remove-file.ts'
import { send, showCheck, showConfirmation, showDeclaration, showTasks } from './answering/sending.ts'
import { content, home, showStarted, startNow, startPage, textsWeSend } from './answering/start.ts'
import { unsavedQuestion } from './answering/unsaved-question.ts'
import { showDraftHelper, showDraftHelpers, takeDraftHelper, takeDraftHelpers } from './answering/who-helps-draft.ts'
import { appointmentRoutes } from './booking/appointment.ts'
import { showDeskNow } from './booking/desk-now.ts'
import { keepTimeLonger } from './booking/hold-longer.ts'
import { moveRoutes } from './booking/move-appointment.ts'
import { sayHereRoutes } from './booking/say-here.ts'
import { showWorkshops } from './booking/sessions.ts'
import { waitingRoutes } from './booking/waiting.ts'
import { showBirthDate, takeBirthDate } from './coming-back/birth-date.ts'
import { saveByEmailPath, showByEmail, showSaveByEmail, takeByEmail, takeSaveByEmail } from './coming-back/by-email.ts'
import { showComeBack, showSave, takeComeBack, takeSave } from './coming-back/come-back.ts'
import { showHelping, takeHelping } from './coming-back/come-to-help.ts'
import { codePath, showCode, takeCode } from './coming-back/enter-code.ts'
import { finish, finished, leave, showFinish } from './coming-back/finish.ts'
import { showByPhrase, showPhrase, takeByPhrase, takePhrase } from './coming-back/phrase.ts'
import { moreTime, sessionEnded, sessionTaken, stay } from './coming-back/status.ts'
import { showStop, takeStop, takeUndo } from './coming-back/stop.ts'
import { showCookies, takeCookies } from './counted.ts'
import { showFeedback, showThanks, takeFeedback } from './feedback/feedback.ts'
import { whileOpen } from './open/closed.ts'
import { showQueue } from './open/queue.ts'
import { continueDraft, showMine } from './own/mine.ts'
import { ownRoutes } from './own/own-routes.ts'
import { showWhatChanges, whatChangesPath } from './own/what-changes.ts'
import { helpersPage } from './own/who-helps.ts'
import { performanceRoutes } from './performance/routes.ts'
import { securityText } from './security-text.ts'
import type { CitizenRoute } from './serve.ts'
import { type Answer, type DraftVisit, to, type Visit } from './visit.ts'
import { adviceKey } from './where.ts'

export const citizenRoutes = (services: readonly Service[]): readonly CitizenRoute[] => [
  get('/', 'open', home),
  ...aboutTheSite(),
  get('/feedback', 'open', showFeedback),
  post('/feedback', 'open', takeFeedback),
  get('/feedback/sent', 'open', showThanks),
  ...performanceRoutes,
  ...sessionRoutes(),
  ...returnRoutes(),
  get('/stop/{token}/{reference}', 'open', showStop),
  always('/stop/{token}/{reference}', takeStop),
  always('/stop/{token}/{reference}/undo', takeUndo),
  ...appointmentRoutes,
  ...sayHereRoutes,
  get('/desk/{place}', 'open', showDeskNow),
  ...moveRoutes,
  ...waitingRoutes,
  { ...get(`${paths.mapTiles}/{z}/{x}/{tile}`, 'owner', mapTile), keepsSession: true },
  ...services.flatMap(workshopRoutes),
  ...services.flatMap(serviceRoutes),
]

const sessionRoutes = (): readonly CitizenRoute[] => [
  get('/session/more-time', 'open', moreTime),
  always('/session/stay', stay),
  get('/session/ended', 'open', sessionEnded),
  get('/session/taken', 'open', sessionTaken),
  get('/finish', 'open', showFinish),
  always('/finish', finish),
  get('/finished', 'open', finished),
  get('/leave', 'open', leave),
]

const returnRoutes = (): readonly CitizenRoute[] => [
  get('/return', 'open', showComeBack),
  always('/return', takeComeBack),
  get(codePath, 'open', showCode),
  always(codePath, takeCode),
  get('/return/phrase', 'open', showByPhrase),
  always('/return/phrase', takeByPhrase),
  get(paths.byEmail, 'open', showByEmail),
  always(paths.byEmail, takeByEmail),
  get(`${paths.byEmail}/{reference}`, 'open', showByEmail),
  get('/return/{reference}', 'open', showComeBack),
  get(paths.helping, 'open', showHelping),
  always(paths.helping, takeHelping),
  get(`${paths.helping}/{reference}`, 'open', showHelping),
  get('/my-applications', 'owner', showMine),
  get('/my-applications/continue/{reference}', 'owner', continueDraft),
  ...ownRoutes,
  get('/my-applications/{reference}/date-of-birth', 'open', showBirthDate),
  always('/my-applications/{reference}/date-of-birth', takeBirthDate),
]

const aboutTheSite = (): readonly CitizenRoute[] => [
  get('/accessibility', 'open', content('accessibility')),
  get('/privacy', 'open', content('privacy')),
  get('/cookies', 'open', showCookies),
  always('/cookies', takeCookies),
  get('/contact', 'open', content('contact')),
  get(paths.complain, 'open', content('complain')),
  get('/leaving', 'open', content('leaving')),
  get('/texts', 'open', textsWeSend),
  get(paths.security, 'open', content('security')),
  get('/.well-known/security.txt', 'open', securityText),
]

// Whether it has any is seen when somebody asks: to look now would load the service at each start.
const workshopRoutes = (service: Service): readonly CitizenRoute[] =>
  isBookable(service) ? [get(`/${service.id}/sessions`, 'open', showWorkshops)] : []

const serviceRoutes = (service: Service): readonly CitizenRoute[] => {
  const at = `/${service.id}`
  const { show, take } = ofDraft(service)
  const draft: Wrap = (answer) => whileOpen(service, answer)
  const unsent: Wrap = (answer) => draft(whileUnsent(answer))
  return [
    get(at, 'open', startPage(service)),
    post(`${at}/start`, 'open', startNow(service)),
    get(`${at}/started`, 'open', showStarted(service)),
    get(`${at}/queue`, 'open', showQueue(service)),
    show(`${at}/tasks`, unsent(showTasks), 'see'),
    ...sending(service, unsent),
    show(`${at}/confirmation`, draft(showConfirmation), 'see'),
    ...helpRoutes(service, unsent),
    ...(isBookable(service) ? [take(`${at}/keep-time`, unsent(keepTimeLonger), 'fill')] : []),
    ...comingBack(service, draft),
    show(`${at}/{section}/{item}/remove`, unsent(showRemove), 'fill'),
    take(`${at}/{section}/{item}/remove`, unsent(takeRemove), 'fill'),
    ...[`${at}/{section}/{page}`, `${at}/{section}/{item}/{page}`].flatMap((page) => besidePage(service, page, unsent)),
    show(`${at}/{section}`, unsent(showList), 'see'),
    take(`${at}/{section}`, unsent(takeList), 'fill'),
    ...[`${at}/{section}/{page}`, `${at}/{section}/{item}/{page}`].flatMap((page) => [
      show(page, unsent(notAlone(showQuestion)), 'see'),
      { ...take(page, unsent(notAlone(takeQuestion)), 'fill'), whileReadOnly: unsent(unsavedQuestion) },
    ]),
  ]
}

// From all that was answered to sending it.
const sending = (service: Service, unsent: Wrap): readonly CitizenRoute[] => {
  const at = `/${service.id}`
  const { show, take } = ofDraft(service)
  return [
    show(`${at}/check-your-answers`, unsent(showCheck), 'see'),
    show(`${at}/${adviceKey}`, unsent(notAlone(showAdvice)), 'see'),
    show(`${at}/${whatChangesPath}`, unsent(showWhatChanges)),
    show(`${at}/declaration`, unsent(showDeclaration), 'send'),
    take(`${at}/declaration`, unsent(send), 'send'),
  ]
}

// Whom the applicant lets help: theirs alone.
const helpRoutes = (service: Service, unsent: Wrap): readonly CitizenRoute[] => {
  const at = `/${service.id}/${helpersPage}`
  const { show, take } = ofDraft(service)
  return [
    show(at, unsent(showDraftHelpers)),
    take(at, unsent(takeDraftHelpers)),
    show(`${at}/add`, unsent(showDraftHelper)),
    take(`${at}/add`, unsent(takeDraftHelper)),
  ]
}

// What was sent has a way back too. A phrase is no answer of theirs, so it is given while nothing may be saved.
const comingBack = (service: Service, draft: Wrap): readonly CitizenRoute[] => {
  const at = `/${service.id}`
  const { show, take } = ofDraft(service)
  return [
    show(`${at}/save`, draft(whileUnsent(showSave))),
    take(`${at}/save`, draft(whileUnsent(takeSave))),
    show(`${at}/${saveByEmailPath}`, draft(whileUnsent(showSaveByEmail))),
    take(`${at}/${saveByEmailPath}`, draft(whileUnsent(takeSaveByEmail))),
    show(`${at}/recovery-phrase`, draft(showPhrase)),
    { ...take(`${at}/recovery-phrase`, draft(takePhrase)), whileReadOnly: draft(takePhrase) },
  ]
}

type Wrap = (answer: Draft) => Draft
type Draft = (visit: DraftVisit) => Promise<Answer> | Answer

// What was sent stands: whoever goes back to a page of it is led to what they were told when they sent it (docs/guarantees.md, "Faults", F15).
const whileUnsent =
  (answer: Draft): Draft =>
  (visit) =>
    visit.draft.status === 'submitted' ? seeOther(to(visit.service, 'confirmation')) : answer(visit)

// These come first: the last word of their addresses could be taken for a page.
const besidePage = (service: Service, page: string, unsent: Wrap): readonly CitizenRoute[] => {
  const { show, take } = ofDraft(service)
  return [
    show(`${page}/exit`, unsent(notAlone(showExit)), 'see'),
    take(`${page}/exit`, unsent(notAlone(passExit)), 'fill'),
    take(`${page}/remove-file`, unsent(notAlone(removeFile)), 'fill'),
    show(`${page}/upload-form`, unsent(notAlone(anotherForm)), 'fill'),
  ]
}

type OfDraft = Extract<CitizenRoute, { readonly policy: 'draft' }>

const ofDraft = (service: Service) => ({
  show: (path: string, answer: Draft, helper?: HelperMay): OfDraft => ({
    ...{ method: 'GET', path, policy: 'draft', service, answer },
    ...(helper === undefined ? {} : { helper }),
  }),
  take: (path: string, answer: Draft, helper?: HelperMay): OfDraft => ({
    ...{ method: 'POST', path, policy: 'draft', service, answer },
    ...(helper === undefined ? {} : { helper }),
  }),
})

type Handler = (visit: Visit) => Promise<Answer> | Answer
type Open = Extract<CitizenRoute, { readonly policy: 'open' | 'owner' }>

const get = (path: string, policy: Open['policy'], answer: Handler): Open => ({
  method: 'GET',
  path,
  policy,
  answer,
})
const post = (path: string, policy: Open['policy'], answer: Handler): Open => ({
  method: 'POST',
  path,
  policy,
  answer,
})

// Keeps nothing of a person's answers, so it goes on while nothing may be saved: a session, a code to come back by.
const always = (path: string, answer: Handler): Open => ({
  ...post(path, 'open', answer),
  whileReadOnly: answer,
})
