// Who helps with an application that is not yet sent.
import { seeOther } from '#web/http.ts'
import { helperReply, helpersPage, helpersReply, takeHelper, takeHelpers, type WhoHelps } from '../own/who-helps.ts'
import { type Answer, around, type DraftVisit, to } from '../visit.ts'
import { firstPage } from '../where.ts'

const ofDraft = (visit: DraftVisit): WhoHelps => {
  const { service, draft, walk, counter } = visit
  const back = to(service, firstPage(service, draft, counter.clock))
  const at = to(service, helpersPage)
  return {
    ...{ visit, draft, at, back, sent: false },
    around: { ...around(visit, service, visit.request.path === at ? back : at) },
    danger: service.sensitive?.(walk.answers) === true,
  }
}

// What is answered again is the applicant's own business: who helps is said for the whole.
const whileFirst =
  (answer: (helped: WhoHelps) => Promise<Answer> | Answer) =>
  (visit: DraftVisit): Promise<Answer> | Answer =>
    visit.draft.reopens === undefined ? answer(ofDraft(visit)) : seeOther(ofDraft(visit).back)

export const showDraftHelpers = whileFirst(helpersReply)
export const takeDraftHelpers = whileFirst((helped) => takeHelpers(helped))
export const showDraftHelper = whileFirst((helped) => helperReply(helped, {}, []))
export const takeDraftHelper = whileFirst((helped) => takeHelper(helped))
