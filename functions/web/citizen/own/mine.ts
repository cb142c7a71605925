// "What you have started or sent": a page of it at a time, and going on with one of them.
import type { OwnAccord } from '#domain/forms/answered/draft.ts'
import { londonDay } from '#domain/london.ts'
import type { Service } from '#services/service.ts'
import { openDraft } from '#usecases/answering/open-draft.ts'
import { referenceOf } from '#usecases/answering/recovery-phrase.ts'
import type { BegunDraft, Yours } from '#usecases/ports/access.ts'
import type { Mine } from '#web/show/citizen/own-pages.ts'
import { pages } from '#web/show/citizen/pages.ts'
import { aboutIt, standingOf } from '#web/show/citizen/standing.ts'
import { html, seeOther } from '../../http.ts'
import { paths } from '../../show/site.ts'
import { dateOf } from '../../show/when.ts'
import { aboutDraft } from '../begun.ts'
import { asksBirthDate, asksWhenBorn, birthDatePath } from '../coming-back/birth-date.ts'
import { type HelpedDraft, heldHere, helpedHere, holdsDraft, isKept, yoursOf } from '../coming-back/yours.ts'
import { problemReply } from '../problem.ts'
import { withDraft } from '../session.ts'
import { type Answer, around, tagOf, to, type Visit, withSession } from '../visit.ts'
import { firstPage } from '../where.ts'
import { againPath } from './again.ts'
import { deletePath } from './delete-draft.ts'

const aPage = 20

export const showMine = async (visit: Visit): Promise<Answer> => {
  const yours = await yoursOf(visit)
  const started = await Promise.all(startedOf(visit, yours))
  const sent = await sentOf(visit, yours)
  const pagesInAll = Math.max(1, Math.ceil(Math.max(started.length, sent.length) / aPage))
  const page = Math.min(pagesInAll, Math.max(1, Number.parseInt(visit.request.query.page?.[0] ?? '1', 10) || 1))
  const here = <T>(all: readonly T[]): readonly T[] => all.slice((page - 1) * aPage, page * aPage)
  const at = (number: number): string => `${paths.mine}?page=${number}`
  return html(
    pages.mine({
      around: around(visit),
      started: here(started),
      sent: here(sent),
      helped: await helpedOf(visit),
      ...(page > 1 ? { previous: at(page - 1) } : {}),
      ...(page < pagesInAll ? { next: at(page + 1) } : {}),
    }),
  )
}

// What somebody helps with is told by its name and reference alone.
const helpedOf = async (visit: Visit): Promise<readonly Mine[]> =>
  (await helpedHere(visit)).map(({ draft, helper }) => ({
    name: nameOf(visit.counter.services, draft.service),
    reference: referenceOf(draft),
    when: `You can help until ${dateOf(helper.until)}`,
    href:
      draft.status === 'submitted'
        ? `${paths.mine}/${referenceOf(draft)}`
        : `${paths.mine}/continue/${draft.reference}`,
  }))

// What was asked for stands on the case's own page, with the way to answer it.
const startedOf = (visit: Visit, { drafts }: Yours): readonly Promise<Mine>[] =>
  drafts
    .filter((draft) => isKept(visit, draft))
    .map(async (draft) => {
      const { reopens, reference } = draft
      const asked = reopens !== undefined && reopens.own === undefined
      return {
        name: `${nameOf(visit.counter.services, draft.service)}${reopens === undefined ? '' : begunAs(reopens.own)}`,
        reference: reopens?.caseReference ?? reference,
        ...(await aboutIfShown(visit, draft)),
        when: `Saved ${dateOf(draft.touchedAt)}. Kept until ${dateOf(draft.expiresAt)}`,
        href: asked ? `${paths.mine}/${reopens.caseReference}` : `${paths.mine}/continue/${reference}`,
        ...(asked ? {} : { remove: deletePath(reference) }),
        ...(reopens === undefined && copiesOf(visit, draft) ? { again: againPath(reference) } : {}),
      }
    })

const copiesOf = ({ counter }: Visit, { service }: BegunDraft): boolean =>
  counter.services.find(({ id }) => id === service)?.forResident.copies !== undefined

// Who or what it is about is for whoever showed that it is theirs.
const aboutIfShown = async (visit: Visit, begun: BegunDraft): Promise<{ readonly about?: string }> => {
  const service = visit.counter.services.find(({ id }) => id === begun.service)
  const reference = begun.reopens?.caseReference ?? begun.reference
  if (service === undefined || (await asksBirthDate(visit, service, { draftId: begun.id, reference }))) return {}
  const draft = await openDraft(visit.counter, service, begun.id)
  const about = draft === undefined ? undefined : aboutDraft(visit.counter, service, draft)
  return about === undefined ? {} : { about }
}

const begunAs = (own: OwnAccord | undefined): string =>
  own === undefined ? ': more information' : `: ${ownInWords[own]}`

const ownInWords: Readonly<Record<OwnAccord, string>> = {
  'take-documents': 'documents',
  'take-change': 'a change',
  'take-contact': 'contact details',
}

// Who or what it is about is for whoever showed that it is theirs, where the form has a date of birth to show it by.
const sentOf = async (visit: Visit, { cases }: Yours): Promise<readonly Mine[]> => {
  const { counter } = visit
  const here = await heldHere(visit)
  const today = londonDay(counter.clock.now())
  return cases.flatMap((subject) => {
    const service = counter.services.find(({ id }) => id === subject.service)
    if (service === undefined) return []
    const proved =
      !asksWhenBorn(service.form) ||
      here.has(subject.draftId) ||
      visit.session.born?.includes(tagOf(counter, subject.reference)) === true
    return [
      {
        name: service.forResident.yours,
        reference: subject.reference,
        ...(proved ? { about: aboutIt(service, subject) } : {}),
        when: `Sent ${dateOf(subject.openedAt)}`,
        href: `${paths.mine}/${subject.reference}`,
        ...standingOf(service, subject, today),
      },
    ]
  })
}

export const continueDraft = async (visit: Visit): Promise<Answer> => {
  const reference = visit.request.pathValues.reference ?? ''
  const helped = (await helpedHere(visit)).find(
    ({ draft }) => draft.status === 'draft' && draft.reference === reference,
  )
  if (helped !== undefined) return goOnHelping(visit, helped)
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

const goOnHelping = (visit: Visit, { draft, helper }: HelpedDraft): Answer => {
  const service = visit.counter.services.find(({ id }) => id === draft.service)
  if (service === undefined) return problemReply(visit.counter, visit.request, 404)
  return withSession(
    seeOther(to(service, firstPage(service, draft, visit.counter.clock))),
    withDraft(visit.session, service.id, { id: draft.id, helper: helper.id }),
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
