// "What you have started or sent": a page of it at a time, and going on with one of them.
import type { Service } from '#services/service.ts'
import type { BegunDraft, Yours } from '#usecases/ports/access.ts'
import { pages } from '#web/show/citizen/pages.ts'
import type { Mine } from '#web/show/citizen/return-pages.ts'
import { html, seeOther } from '../../http.ts'
import { paths } from '../../show/site.ts'
import { dateOf } from '../../show/when.ts'
import { problemReply } from '../problem.ts'
import { withDraft } from '../session.ts'
import { type Answer, around, to, type Visit, withSession } from '../visit.ts'
import { firstPage } from '../where.ts'
import { asksBirthDate, birthDatePath } from './birth-date.ts'
import { holdsDraft, isKept, yoursOf } from './yours.ts'

const aPage = 20

export const showMine = async (visit: Visit): Promise<Answer> => {
  const yours = await yoursOf(visit)
  const started = startedOf(visit, yours)
  const sent = sentOf(visit, yours)
  const pagesInAll = Math.max(1, Math.ceil(Math.max(started.length, sent.length) / aPage))
  const page = Math.min(pagesInAll, Math.max(1, Number.parseInt(visit.request.query.page?.[0] ?? '1', 10) || 1))
  const here = <T>(all: readonly T[]): readonly T[] => all.slice((page - 1) * aPage, page * aPage)
  const at = (number: number): string => `${paths.mine}?page=${number}`
  return html(
    pages.mine({
      around: around(visit),
      started: here(started),
      sent: here(sent),
      ...(page > 1 ? { previous: at(page - 1) } : {}),
      ...(page < pagesInAll ? { next: at(page + 1) } : {}),
    }),
  )
}

const startedOf = (visit: Visit, { drafts }: Yours): readonly Mine[] =>
  drafts
    .filter((draft) => isKept(visit, draft))
    .map((draft) => ({
      name: `${nameOf(visit.counter.services, draft.service)}${draft.reopens === undefined ? '' : ': more information'}`,
      reference: draft.reopens?.caseReference ?? draft.reference,
      when: `Saved ${dateOf(draft.touchedAt)}. Kept until ${dateOf(draft.expiresAt)}`,
      // What was asked for stands on the case's own page, with the way to answer it.
      href:
        draft.reopens === undefined
          ? `${paths.mine}/continue/${draft.reference}`
          : `${paths.mine}/${draft.reopens.caseReference}`,
    }))

const sentOf = ({ counter: { services } }: Visit, { cases }: Yours): readonly Mine[] =>
  cases.map((subject) => ({
    name: nameOf(services, subject.service),
    reference: subject.reference,
    when: `Sent ${dateOf(subject.openedAt)}`,
    href: `${paths.mine}/${subject.reference}`,
    state: stateOf(services, subject.service, subject.state),
  }))

export const continueDraft = async (visit: Visit): Promise<Answer> => {
  const reference = visit.request.pathValues.reference ?? ''
  const begun = (await yoursOf(visit)).drafts.find((draft) => draft.reference === reference)
  const service = visit.counter.services.find(({ id }) => id === begun?.service)
  if (begun === undefined || service === undefined) return problemReply(visit.counter, visit.request, 404)
  const about = { draftId: begun.id, reference: begun.reopens?.caseReference ?? reference }
  if (await asksBirthDate(visit, service, about)) return seeOther(birthDatePath(reference))
  const draft = await visit.counter.drafts.get(begun.id)
  if (draft === undefined) return problemReply(visit.counter, visit.request, 404)
  const turn = await turnOf(visit, begun)
  return withSession(
    seeOther(to(service, firstPage(service, draft, visit.counter.clock))),
    withDraft(visit.session, service.id, { id: draft.id, turn }),
  )
}

// One that was tied to the phone after it was proved is this phone's from now on.
const turnOf = async (visit: Visit, { id, turn = 0, holder }: BegunDraft): Promise<number> => {
  const { owner } = visit.session
  if (owner === undefined || holder === owner || (await holdsDraft(visit, id))) return turn
  return (await visit.counter.access.take([id], owner)).get(id) ?? turn
}

const nameOf = (services: readonly Service[], id: string): string =>
  services.find((service) => service.id === id)?.name ?? id

export const stateOf = (services: readonly Service[], id: string, state: string) => {
  const found = services.find((service) => service.id === id)?.workflow.states[state]
  return { text: found?.label ?? state, ...(found === undefined ? {} : { colour: found.tag }) }
}
