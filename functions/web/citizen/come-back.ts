// Save and come back: a number to save by, a code by text to return with, and everything that belongs to the person who proved it.
import { code } from '#domain/forms/clean.ts'
import { inGroups, ukMobile } from '#domain/forms/fields/phone.ts'
import type { Step } from '#domain/forms/journey.ts'
import { one, type Problem } from '#domain/forms/kind.ts'
import type { Service } from '#services/service.ts'
import type { BegunDraft } from '#usecases/ports.ts'
import { askForCode, checkCode } from '#usecases/return-code.ts'
import { saveForLater } from '#usecases/save-for-later.ts'
import { isWayBackKey } from '#usecases/way-back.ts'
import { html, type Reply, seeOther } from '../http.ts'
import { pages } from '../show/pages.ts'
import { paths } from '../show/site.ts'
import { dateOf } from '../show/when.ts'
import { problemReply } from './serve.ts'
import { newSession } from './session.ts'
import { type Answer, around, type DraftVisit, to, type Visit, withSession } from './visit.ts'
import { firstPage } from './where.ts'

// A mobile number given on a page of the form is the way back in: nobody has to think of saving.
export const tieToPhone = async (visit: DraftVisit, step: Step): Promise<void> => {
  if (visit.draft.phone !== undefined || step.section.is === 'many') return
  const asked = Object.entries(step.page.questions).find(
    ([, question]) => question.kind === 'phone' && question.mobile === true,
  )
  const phone = asked === undefined ? undefined : ukMobile(one(visit.walk.answers.typed(step.key), asked[0]))
  if (phone !== undefined) await visit.counter.drafts.setPhone(visit.draft, phone, [])
}

export const showSave = (visit: DraftVisit): Answer => {
  if (visit.draft.phone !== undefined) return savedReply(visit)
  return saveReply(visit, '', [])
}

const saveReply = (visit: DraftVisit, phone: string, problems: readonly Problem[]): Reply =>
  html(
    pages.save({
      around: around(
        visit,
        visit.service,
        to(visit.service, firstPage(visit.service, visit.draft, visit.counter.clock)),
      ),
      action: to(visit.service, 'save'),
      typed: { phone },
      problems,
    }),
  )

export const takeSave = async (visit: DraftVisit): Promise<Answer> => {
  const typed = one(visit.request.posted, 'phone')
  const phone = ukMobile(typed)
  if (phone === undefined)
    return saveReply(visit, typed, [{ field: 'phone', words: 'Enter a UK mobile number, like 07700 900 982' }])
  const saved = await saveForLater(visit.counter, visit.draft, phone)
  return saved.ok ? seeOther(to(visit.service, 'save')) : problemReply(visit.counter, visit.request, 409)
}

const savedReply = (visit: DraftVisit): Reply =>
  html(
    pages.saved({
      around: around(visit, visit.service),
      reference: visit.draft.reference,
      ...(visit.draft.phone === undefined ? {} : { phone: inGroups(visit.draft.phone) }),
      continueHref: to(visit.service, firstPage(visit.service, visit.draft, visit.counter.clock)),
      keptUntil: dateOf(visit.draft.expiresAt),
    }),
  )

// The reference in the address only fills in the field: knowing one gives nothing. The key beside it, in a text's link, is kept for asking for a code.
export const showComeBack = (visit: Visit): Answer => {
  const reply = comeBackReply(visit, { reference: visit.request.pathValues.reference ?? '', phone: '' }, [])
  const wayBackKey = Object.keys(visit.request.query).find(isWayBackKey)
  return wayBackKey === undefined ? reply : withSession(reply, { ...visit.session, wayBackKey })
}

const comeBackReply = (visit: Visit, typed: Readonly<Record<string, string>>, problems: readonly Problem[]): Reply =>
  html(
    pages.comeBack({
      around: around(visit),
      action: paths.comeBack,
      typed,
      problems,
      booked: visit.request.query.booked?.[0] === '1',
    }),
  )

export const takeComeBack = async (visit: Visit): Promise<Answer> => {
  const typed = { reference: one(visit.request.posted, 'reference'), phone: one(visit.request.posted, 'phone') }
  const phone = ukMobile(typed.phone)
  if (phone === undefined)
    return comeBackReply(visit, typed, [{ field: 'phone', words: 'Enter a UK mobile number, like 07700 900 982' }])
  const challenge = visit.counter.ids.secret()
  const { owner, wayBackKey } = visit.session
  const shown = { ...(owner === undefined ? {} : { owner }), ...(wayBackKey === undefined ? {} : { wayBackKey }) }
  const asked = await askForCode(visit.counter, { challenge, phone, ...shown })
  if (!asked.ok) return problemReply(visit.counter, visit.request, 429)
  return withSession(seeOther('/return/code'), { ...visit.session, challenge })
}

export const showCode = (visit: Visit): Promise<Answer> | Answer =>
  visit.session.challenge === undefined ? seeOther(paths.comeBack) : codeReply(visit, [])

const codeReply = async (visit: Visit, problems: readonly Problem[]): Promise<Reply> =>
  html(
    pages.code({
      around: around(visit, undefined, paths.comeBack),
      action: '/return/code',
      typed: {},
      problems,
      again: paths.comeBack,
      late: (await visit.counter.switches.now()).textsOff,
    }),
  )

// Wrong, out of date and locked read the same to somebody who guesses.
export const takeCode = async (visit: Visit): Promise<Answer> => {
  const { challenge } = visit.session
  if (challenge === undefined) return seeOther(paths.comeBack)
  const given = code(one(visit.request.posted, 'code'))
  if (!/^\d{6}$/.test(given))
    return codeReply(visit, [{ field: 'code', words: 'Enter the 6-digit code from the text' }])
  const checked = await checkCode(visit.counter, challenge, given)
  if (!checked.ok)
    return codeReply(visit, [
      { field: 'code', words: 'The code is not right, or is no longer valid. Check it, or ask for another' },
    ])
  // A new session id: whoever had the old one does not share what this one may see.
  const fresh = newSession(visit.counter.ids.secret(), visit.counter.clock.now())
  return withSession(seeOther(paths.mine), { ...fresh, owner: visit.counter.keys.hash('phone', checked.value.phone) })
}

export const showMine = async (visit: Visit): Promise<Answer> => {
  const yours = await visit.counter.find.byOwner(visit.session.owner ?? '')
  const { services } = visit.counter
  return html(
    pages.mine({
      around: around(visit),
      started: yours.drafts.filter(isKept(visit)).map((draft) => ({
        name:
          draft.reopens === undefined
            ? nameOf(services, draft.service)
            : `${nameOf(services, draft.service)}: more information`,
        reference: draft.reopens?.caseReference ?? draft.reference,
        when: `Saved ${dateOf(draft.touchedAt)}. Kept until ${dateOf(draft.expiresAt)}`,
        // What was asked for stands on the case's own page, with the way to answer it.
        href:
          draft.reopens === undefined
            ? `${paths.mine}/continue/${draft.reference}`
            : `${paths.mine}/${draft.reopens.caseReference}`,
      })),
      sent: yours.cases.map((subject) => ({
        name: nameOf(services, subject.service),
        reference: subject.reference,
        when: `Sent ${dateOf(subject.openedAt)}`,
        href: `${paths.mine}/${subject.reference}`,
        state: stateOf(services, subject.service, subject.state),
      })),
    }),
  )
}

const isKept =
  ({ counter }: Visit) =>
  ({ expiresAt }: BegunDraft): boolean =>
    expiresAt >= counter.clock.now()

// A GET only shows; the draft is taken up by its own page below.
export const continueDraft = async (visit: Visit): Promise<Answer> => {
  const yours = await visit.counter.find.byOwner(visit.session.owner ?? '')
  const begun = yours.drafts.find(({ reference }) => reference === visit.request.pathValues.reference)
  const draft = begun === undefined ? undefined : await visit.counter.drafts.get(begun.id)
  const service = visit.counter.services.find(({ id }) => id === draft?.service)
  if (draft === undefined || service === undefined) return problemReply(visit.counter, visit.request, 404)
  const drafts = { ...visit.session.drafts, [service.id]: draft.id }
  return withSession(seeOther(to(service, firstPage(service, draft, visit.counter.clock))), {
    ...visit.session,
    drafts,
  })
}

const nameOf = (services: readonly Service[], id: string): string =>
  services.find((service) => service.id === id)?.name ?? id

export const stateOf = (services: readonly Service[], id: string, state: string) => {
  const found = services.find((service) => service.id === id)?.workflow.states[state]
  return { text: found?.label ?? state, ...(found === undefined ? {} : { colour: found.tag }) }
}
