// "Delete my answers": what somebody began and does not want to send.
import { html, seeOther } from '#web/http.ts'
import { pages } from '#web/show/citizen/pages.ts'
import { paths } from '../../show/site.ts'
import { asksBirthDate, birthDatePath } from '../coming-back/birth-date.ts'
import { yoursOf } from '../coming-back/yours.ts'
import { problemReply } from '../problem.ts'
import { held, type Session } from '../session.ts'
import { type Answer, around, type Visit, withSession } from '../visit.ts'

export const deletePath = (reference: string): string => `${paths.mine}/continue/${reference}/delete`

const draftIn = async (visit: Visit) => {
  const reference = visit.request.pathValues.reference ?? ''
  const begun = (await yoursOf(visit)).drafts.find((draft) => draft.reference === reference)
  const service = visit.counter.services.find(({ id }) => id === begun?.service)
  return begun === undefined || service === undefined ? undefined : { begun, service }
}

export const showDelete = async (visit: Visit): Promise<Answer> => {
  const found = await draftIn(visit)
  if (found === undefined) return problemReply(visit.counter, visit.request, 404)
  const { begun, service } = found
  return html(
    pages.confirm({
      around: around(visit, undefined, paths.mine),
      title: 'Delete your answers?',
      words: [
        `This deletes all that you have typed and not sent, reference ${begun.reference}: ${service.name}.`,
        'We cannot bring it back. What you have sent to us stays.',
      ],
      button: 'Yes, delete my answers',
      warning: true,
      action: visit.request.path,
      cancel: { text: 'No, keep them', href: paths.mine },
    }),
  )
}

export const takeDelete = async (visit: Visit): Promise<Answer> => {
  const { counter, request } = visit
  const found = await draftIn(visit)
  if (found === undefined) return problemReply(counter, request, 404)
  const { begun, service } = found
  const about = { draftId: begun.id, reference: begun.reopens?.caseReference ?? begun.reference }
  if (await asksBirthDate(visit, service, about)) return seeOther(birthDatePath(begun.reference))
  const draft = await counter.drafts.get(begun.id)
  const gone = draft === undefined ? undefined : await counter.drafts.erase(draft)
  if (gone?.ok === false) return problemReply(counter, request, 409)
  return withSession(seeOther(paths.mine), without(visit.session, begun.id))
}

const without = (session: Session, draftId: string): Session => {
  const other = (said: string): boolean => held(said).id !== draftId
  return {
    ...session,
    drafts: Object.fromEntries(Object.entries(session.drafts).filter(([, said]) => other(said))),
    ...(session.others === undefined ? {} : { others: session.others.filter(other) }),
  }
}
