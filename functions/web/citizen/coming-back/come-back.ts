// Save and come back: a number to save by, a code by text to return with, and who holds what from then on.
import { code } from '#domain/forms/clean.ts'
import { inGroups, ukMobile } from '#domain/forms/fields/phone.ts'
import { one, type Problem } from '#domain/forms/kind.ts'
import { askForCode, checkCode, isOwner, mayOpen } from '#usecases/answering/return-code.ts'
import { saveForLater } from '#usecases/answering/save-for-later.ts'
import { isWayBackKey } from '#usecases/texts/way-back.ts'
import { html, type Reply, seeOther } from '#web/http.ts'
import { pages } from '#web/show/citizen/pages.ts'
import { paths } from '#web/show/site.ts'
import { dateOf } from '#web/show/when.ts'
import { problemReply } from '../problem.ts'
import type { Session } from '../session.ts'
import { type Answer, around, type DraftVisit, to, type Visit, withSession } from '../visit.ts'
import { firstPage } from '../where.ts'
import { carried } from './carried.ts'
import { mayText } from './may-text.ts'
import { typedBy } from './tie.ts'

export const showSave = (visit: DraftVisit): Answer => {
  const changing = visit.request.query.change?.[0] === '1'
  if (visit.draft.phone === undefined || changing) return saveReply(visit, '', [])
  return savedReply(visit)
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
      phrase: to(visit.service, 'recovery-phrase'),
    }),
  )

export const takeSave = async (visit: DraftVisit): Promise<Answer> => {
  const typed = one(visit.request.posted, 'phone')
  const phone = ukMobile(typed)
  if (phone === undefined)
    return saveReply(visit, typed, [{ field: 'phone', words: 'Enter a UK mobile number, like 07700 900 982' }])
  const safe = visit.service.applicant(visit.walk.answers).safeTimes
  const by = typedBy(visit, phone)
  const texts = visit.draft.phone !== phone && (by === 'owner' || (await mayText(visit)))
  const saved = await saveForLater(visit.counter, visit.draft, { phone, by, safe, texts })
  if (saved.ok) return seeOther(to(visit.service, 'save'))
  return saved.error === 'too-many'
    ? saveReply(visit, typed, [tooMany])
    : problemReply(visit.counter, visit.request, 409)
}

const tooMany: Problem = {
  field: 'phone',
  words:
    'Too much has been saved to this number today. Get a recovery phrase instead, or show us first that the number is yours',
}

const savedReply = (visit: DraftVisit): Reply =>
  html(
    pages.saved({
      around: around(visit, visit.service),
      reference: visit.draft.reference,
      ...(visit.draft.phone === undefined ? {} : { phone: inGroups(visit.draft.phone) }),
      continueHref: to(visit.service, firstPage(visit.service, visit.draft, visit.counter.clock)),
      keptUntil: dateOf(visit.draft.expiresAt),
      changeHref: `${to(visit.service, 'save')}?change=1`,
      phraseHref: to(visit.service, 'recovery-phrase'),
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
  const may = isOwner(visit.counter, { phone, ...shown }) || (await mayText(visit))
  if (!may) return problemReply(visit.counter, visit.request, 429)
  const asked = await askForCode(visit.counter, { challenge, phone, ...shown })
  if (!asked.ok) return problemReply(visit.counter, visit.request, 429)
  return withSession(seeOther('/return/code'), { ...visit.session, challenge })
}

export const showCode = (visit: Visit): Answer =>
  visit.session.challenge === undefined ? seeOther(paths.comeBack) : codeReply(visit, [])

const codeReply = (visit: Visit, problems: readonly Problem[]): Reply =>
  html(
    pages.code({
      around: around(visit, undefined, paths.comeBack),
      action: '/return/code',
      typed: {},
      problems,
      again: paths.comeBack,
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
  return withSession(seeOther(paths.mine), await cameIn(visit, visit.counter.keys.hash('phone', checked.value.phone)))
}

// Whoever proves a phone holds all that belongs to it: browsers that have it open without having proved the number lose it. What this browser had
// open goes with it under a new session id, so that whoever had the old one does not share what this one may see.
const cameIn = async (visit: Visit, owner: string): Promise<Session> => {
  const { counter } = visit
  const { drafts, cases } = await counter.find.byOwner(owner)
  const theirs = [...drafts.map(({ id }) => id), ...cases.filter(mayOpen).map(({ draftId }) => draftId)]
  const turns = await counter.access.take([...new Set(theirs)], owner)
  return { ...carried(visit, turns), owner }
}
