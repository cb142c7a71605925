// Save and come back: a number to save by, and a code by text to return with.
import { inGroups, ukMobile } from '#domain/forms/fields/phone.ts'
import { one, type Problem } from '#domain/forms/kind.ts'
import { askForCode, isOwner } from '#usecases/answering/return-code.ts'
import { saveForLater } from '#usecases/answering/save-for-later.ts'
import { isWayBackKey } from '#usecases/texts/way-back.ts'
import { html, type Reply, seeOther } from '#web/http.ts'
import { maskedEmail, phoneEnding } from '#web/show/citizen/masked.ts'
import { pages } from '#web/show/citizen/pages.ts'
import { paths } from '#web/show/site.ts'
import { dateOf } from '#web/show/when.ts'
import { problemReply } from '../problem.ts'
import { type Answer, around, type DraftVisit, to, type Visit, withSession } from '../visit.ts'
import { firstPage } from '../where.ts'
import { mayEmail, saveByEmailPath } from './by-email.ts'
import { codePath, noMoreCodes } from './enter-code.ts'
import { mayText } from './may-text.ts'
import { typedBy } from './tie.ts'

export const showSave = (visit: DraftVisit): Answer => {
  const changing = visit.request.query.change?.[0] === '1'
  const { phone, email } = visit.draft
  if ((phone === undefined && email === undefined) || changing) return saveReply(visit, '', [])
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
      ...byEmailOn(visit),
    }),
  )

const byEmailOn = (visit: DraftVisit) => (mayEmail(visit) ? { byEmail: to(visit.service, saveByEmailPath) } : {})

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
      ...(visit.draft.email === undefined ? {} : { email: maskedEmail(visit.draft.email) }),
      ...byEmailOn(visit),
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
  if (!may) return noMoreCodes(visit, 'text')
  const asked = await askForCode(visit.counter, { challenge, phone, ...shown })
  if (!asked.ok) return noMoreCodes(visit, 'text')
  const codeTo = { by: 'text', masked: phoneEnding(phone) } as const
  return withSession(seeOther(codePath), { ...visit.session, challenge, codeTo })
}
