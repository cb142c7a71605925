// Telling the council that something has changed, or changing how one is reached: opens those answers again.
import type { Draft, OwnAccord } from '#domain/forms/answered/draft.ts'
import { choices, option } from '#domain/forms/ask.ts'
import { problemsOf } from '#domain/forms/fields/index.ts'
import { type Page, page } from '#domain/forms/form.ts'
import type { Problem } from '#domain/forms/kind.ts'
import type { ChangeWords } from '#services/for-resident.ts'
import { openOwn } from '#usecases/casework/own-accord.ts'
import { html, type Reply, seeOther } from '#web/http.ts'
import { pages } from '#web/show/citizen/pages.ts'
import { problemReply } from '../problem.ts'
import { withDraft } from '../session.ts'
import { type Answer, to, withSession } from '../visit.ts'
import { firstPage } from '../where.ts'
import { mayOwn, todayOf } from './case.ts'
import { aroundOwn, backTo, holderOf, ownPath, type SentVisit } from './own-case.ts'

export const showChange = (visit: SentVisit): Answer =>
  mayOwn(visit, 'take-change') ? changeReply(visit, []) : backTo(visit)

export const takeChange = async (visit: SentVisit): Promise<Answer> => {
  const { request, service } = visit
  const { changes = {} } = service.forResident
  if (!mayOwn(visit, 'take-change')) return backTo(visit)
  const problems = problemsOf(request.posted, 'changed', asked(changes), todayOf(visit))
  if (problems.length > 0) return changeReply(visit, problems)
  const keys = (request.posted.changed ?? []).flatMap((id) => changes[id]?.keys ?? [])
  return opened(visit, 'take-change', [...new Set(keys)])
}

export const showContact = (visit: SentVisit): Answer =>
  mayOwn(visit, 'take-contact') ? contactReply(visit) : backTo(visit)

export const takeContact = (visit: SentVisit): Promise<Answer> | Answer =>
  mayOwn(visit, 'take-contact') ? opened(visit, 'take-contact', visit.service.forResident.contact ?? []) : backTo(visit)

const opened = async (visit: SentVisit, own: OwnAccord, keys: readonly string[]): Promise<Answer> => {
  const { counter, service, whole, request } = visit
  const draft = await openOwn(counter, { service, subject: whole.subject, own, keys, ...holderOf(visit) })
  return draft === undefined ? problemReply(counter, request, 404) : goTo(visit, draft)
}

const goTo = ({ counter, service, session }: SentVisit, draft: Draft): Answer =>
  withSession(seeOther(to(service, firstPage(service, draft, counter.clock))), withDraft(session, service.id, draft))

const changeReply = (visit: SentVisit, problems: readonly Problem[]): Reply => {
  const { changes = {} } = visit.service.forResident
  return html(
    pages.question({
      around: aroundOwn(visit),
      page: changePage(changes),
      typed: visit.request.posted,
      problems,
      action: visit.request.path,
    }),
  )
}

const kept = new WeakMap<object, Page>()

const changePage = (changes: Readonly<Record<string, ChangeWords>>): Page => {
  const found = kept.get(changes)
  if (found !== undefined) return found
  const made = page('change', 'What has changed?', { changed: asked(changes) })
  kept.set(changes, made)
  return made
}

const asked = (changes: Readonly<Record<string, ChangeWords>>) =>
  choices(
    'Select what has changed',
    Object.fromEntries(
      Object.entries(changes).map(([id, { label, hint }]) => [id, hint === undefined ? label : option(label, hint)]),
    ),
    { hint: 'Select all that apply. We show you your answers, and you change what is no longer right.' },
  )

const contactReply = (visit: SentVisit): Reply =>
  html(
    pages.confirm({
      around: aroundOwn(visit),
      title: 'Change how we contact you',
      words: [
        'We show you what you told us, and you change what is no longer right. It counts at once.',
        'Only choose ways that are safe for you.',
      ],
      button: 'Continue',
      action: visit.request.path,
      cancel: { text: 'Go back', href: ownPath(visit.whole.subject.reference) },
    }),
  )
