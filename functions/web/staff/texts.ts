// Texts that were not delivered, and what is done about each.
import { can } from '#domain/cases/access.ts'
import { one, type Problem } from '#domain/forms/kind.ts'
import { londonDay } from '#domain/london.ts'
import type { Result } from '#domain/result.ts'
import type { Text } from '#domain/texts/text.ts'
import { isUndelivered, sentAgain, wasNotTaken } from '#domain/texts/undelivered.ts'
import { mayContact } from '#usecases/team/contact-for-caller.ts'
import { takeBackLetter } from '#usecases/texts/take-back-letter.ts'
import {
  anotherWay,
  phoneInstead,
  releaseText,
  seeUndelivered,
  sendAgain,
  sendAllAgain,
  sendAnotherWay,
  textOn,
} from '#usecases/texts/undelivered-texts.ts'
import { BadRequest, html, type Reply, type Request, seeOther } from '../http.ts'
import { partAt } from '../show/staff/case/frame.ts'
import { staffPages } from '../show/staff/pages.ts'
import { undeliveredAt } from '../show/staff/undelivered-pages.ts'
import { conflictReply } from './conflict.ts'
import { around, backToCase, type CaseVisit, type DeskVisit } from './visit.ts'
import { shownBy } from './worklist.ts'

export const showUndelivered = async (visit: DeskVisit): Promise<Reply> => {
  const { desk, request, user } = visit
  const cursor = cursorIn(request)
  const { undelivered, next } = await seeUndelivered(desk, user, cursor)
  const done = doneWords(request)
  const shown = undelivered.map((one) => ({ ...one, mayChase: can(user, 'note', { subject: one.subject }) }))
  return html(
    staffPages.undelivered({
      around: around(visit),
      undelivered: shown,
      serviceName: shownBy(desk.services).serviceName,
      notTaken: cursor === undefined ? shown.filter(({ text, mayChase }) => mayChase && wasNotTaken(text)).length : 0,
      paged: cursor !== undefined,
      ...(done === undefined ? {} : { done }),
      ...(next === undefined ? {} : { next }),
    }),
  )
}

export const takeAllAgain = async ({ desk, user }: DeskVisit): Promise<Reply> => {
  const { sent, left } = await sendAllAgain(desk, user)
  return seeOther(`${undeliveredAt}?${new URLSearchParams({ sent: String(sent), left: String(left) })}`)
}

export const showText = (visit: CaseVisit): Reply => textReply(visit, visit.kept?.typed.said?.[0] ?? '', [])

export const takeAgain = (visit: CaseVisit): Promise<Reply> => settle(visit, 'again', sendAgain)

export const takeRelease = (visit: CaseVisit): Promise<Reply> => settle(visit, 'released', releaseText)

export const takeInstead = async (visit: CaseVisit): Promise<Reply> =>
  after(visit, 'instead', await sendAnotherWay(visit.desk, chasing(visit)))

/** Somebody has the letter in hand. What was told of it before is told again by nobody. */
export const takeCameBack = async (visit: CaseVisit): Promise<Reply> => {
  const { desk, user, whole } = visit
  const done = await takeBackLetter(desk, textIn(visit), user)
  return !done.ok && done.error === 'changed-elsewhere'
    ? conflictReply(visit, { version: whole.subject.version, typed: [] })
    : seeOther(partAt(whole.subject, 'messages'))
}

export const takePhoned = async (visit: CaseVisit): Promise<Reply> => {
  const typed = visit.request.posted.said?.[0] ?? ''
  const done = await phoneInstead(visit.desk, { ...chasing(visit), typed })
  if (!done.ok && done.error === 'too-long')
    return textReply(visit, typed, [{ field: 'said', words: 'What was said must be 2,000 characters or fewer' }])
  return after(visit, 'phoned', done)
}

type Chase = typeof sendAgain | typeof releaseText

const settle = async (visit: CaseVisit, did: string, chase: Chase): Promise<Reply> =>
  after(visit, did, await chase(visit.desk, chasing(visit)))

// Pressed twice, the second finds it done.
const after = (visit: CaseVisit, did: string, done: Result<unknown, string>): Promise<Reply> | Reply => {
  if (done.ok) return seeOther(`${undeliveredAt}?done=${did}`)
  if (done.error === 'settled') return seeOther(partAt(visit.whole.subject, 'messages'))
  return done.error === 'changed-elsewhere'
    ? conflictReply(visit, { version: visit.whole.subject.version, typed: [] })
    : textReply(visit, '', [])
}

const chasing = (visit: CaseVisit) => ({ text: textIn(visit), subject: visit.whole.subject, user: visit.user })

const textIn = ({ request, whole }: CaseVisit): Text => {
  const text = textOn(whole.subject, whole.texts, request.pathValues.text ?? '')
  if (text === undefined) throw new BadRequest(404)
  return text
}

const textReply = (visit: CaseVisit, typed: string, problems: readonly Problem[]): Reply => {
  const { desk, whole } = visit
  const { subject } = whole
  const text = textIn(visit)
  if (!isUndelivered(text)) return seeOther(partAt(subject, 'messages'))
  const now = desk.clock.now()
  const instead = anotherWay(desk, text, subject)
  const made = sentAgain(text, subject.applicant, { id: '', now })
  return html(
    staffPages.text({
      ...{ around: around(visit, backToCase(visit)), subject, text, typed, problems },
      ...(instead === undefined ? {} : { instead }),
      mayContact: mayContact({ service: visit.service, subject, user: visit.user }, now),
      again: made.ok ? { body: made.value.fresh.body, today: londonDay(now) } : made.error,
    }),
  )
}

const cursorIn = ({ query }: Request): string | undefined => {
  const cursor = query.cursor?.[0] ?? ''
  return /^\d{4}-\d\d-\d\dT[\d:.]+Z#[\w-]{1,64}$/.test(cursor) ? cursor : undefined
}

const doneWords = ({ query }: Request): string | undefined => {
  const [sent, left] = [one(query, 'sent'), one(query, 'left')]
  if (/^\d{1,3}$/.test(sent) && /^\d{1,3}$/.test(left))
    return `${sent} will be sent again${left === '0' ? '' : `, and ${left} could not be: each says why below`}`
  return words[one(query, 'done')]
}

const words: Readonly<Record<string, string>> = {
  again: 'The text will be sent again',
  instead: 'It will be sent another way',
  released: 'The text will be sent',
  phoned: 'You phoned the applicant: it is noted on the case',
}
