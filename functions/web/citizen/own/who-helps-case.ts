// Who may see where something that was sent is: said and ended by whoever sent it, and noted in the case's history.
import { calledHelper } from '#domain/forms/answered/helping.ts'
import { londonDay } from '#domain/london.ts'
import { standOf } from '#services/for-resident.ts'
import { type HelpNoted, noteHelp } from '#usecases/answering/note-help.ts'
import { html, type Reply, seeOther } from '#web/http.ts'
import { pages } from '#web/show/citizen/pages.ts'
import { standingOf } from '#web/show/citizen/standing.ts'
import { paths } from '#web/show/site.ts'
import type { Answer } from '../visit.ts'
import { aroundOwn, ownPath, type SentVisit } from './own-case.ts'
import { helperReply, helpersPage, helpersReply, takeHelper, takeHelpers, type WhoHelps } from './who-helps.ts'

const whileSent =
  (answer: (helped: WhoHelps, note: HelpNoted) => Promise<Answer> | Answer) =>
  async (visit: SentVisit): Promise<Answer> => {
    const { counter, request, service, whole } = visit
    const { reference, draftId, sensitive } = whole.subject
    const draft = await counter.drafts.get(draftId)
    const back = ownPath(reference)
    if (draft === undefined || standOf(service.forResident, whole.subject.state).over === true) return seeOther(back)
    const at = ownPath(reference, helpersPage)
    const around = aroundOwn(visit, request.path === at ? back : at)
    const helped: WhoHelps = { visit, draft, at, back, around, danger: sensitive === true, sent: true }
    return answer(helped, (helper, ended) => noteHelp(counter, reference, { called: calledHelper(helper), ended }))
  }

export const showCaseHelpers = whileSent(helpersReply)
export const takeCaseHelpers = whileSent(takeHelpers)
export const showCaseHelper = whileSent((helped) => helperReply(helped, {}, []))
export const takeCaseHelper = whileSent(takeHelper)

/** What a helper sees of it: where it stands and what is next. */
export const showHelpedCase = (visit: SentVisit): Reply => {
  const { counter, service, whole } = visit
  const { subject } = whole
  return html(
    pages.helpedCase({
      around: { ...aroundOwn(visit, paths.mine), neutral: true },
      title: `${service.name}: ${subject.applicant.name}`,
      reference: subject.reference,
      ...standingOf(service, subject, londonDay(counter.clock.now())),
    }),
  )
}
