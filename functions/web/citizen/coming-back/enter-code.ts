// A code is entered: what it opens, and who holds what from then on.

import { emailWay } from '#domain/forms/answered/way-back.ts'
import { unspaced } from '#domain/forms/clean.ts'
import type { Problem } from '#domain/forms/kind.ts'
import { checkCode, mayGetCode, type NamedByEmail, openedByEmail } from '#usecases/answering/return-code.ts'
import { html, type Reply, seeOther } from '#web/http.ts'
import { pages } from '#web/show/citizen/pages.ts'
import { paths } from '#web/show/site.ts'
import type { Session } from '../session.ts'
import { type Answer, around, type Visit, withSession } from '../visit.ts'
import { carried } from './carried.ts'
import { comeToHelp } from './come-to-help.ts'
import { openedIn } from './phrase.ts'

export const codePath = '/return/code'

export const showCode = (visit: Visit): Answer =>
  visit.session.challenge === undefined ? seeOther(paths.comeBack) : codeReply(visit, [])

const codeReply = (visit: Visit, problems: readonly Problem[]): Reply => {
  const { codeTo } = visit.session
  const again = codeTo?.helps === true ? paths.helping : codeTo?.by === 'email' ? paths.byEmail : paths.comeBack
  return html(
    pages.code({
      around: around(visit, undefined, again),
      action: codePath,
      typed: {},
      problems,
      by: codeTo?.by ?? 'text',
      ...(codeTo?.helps === true ? { helps: true } : {}),
      ...(codeTo === undefined ? {} : { to: codeTo.masked }),
    }),
  )
}

// Wrong, out of date and locked read the same to somebody who guesses.
export const takeCode = async (visit: Visit): Promise<Answer> => {
  const { challenge } = visit.session
  if (challenge === undefined) return seeOther(paths.comeBack)
  const given = unspaced(one(visit))
  if (!/^\d{6}$/.test(given)) return codeReply(visit, [{ field: 'code', words: 'Enter the 6-digit code that we sent' }])
  const checked = await checkCode(visit.counter, challenge, given)
  if (!checked.ok) return codeReply(visit, [notRight])
  if ('helper' in checked.value) return (await comeToHelp(visit, checked.value)) ?? codeReply(visit, [notRight])
  if ('email' in checked.value) return cameInByEmail(visit, checked.value)
  return withSession(seeOther(paths.mine), await cameIn(visit, visit.counter.keys.hash('phone', checked.value.phone)))
}

const one = ({ request }: Visit): string => request.posted.code?.[0] ?? ''

const notRight: Problem = {
  field: 'code',
  words: 'The code is not right, or is no longer valid. Check it, or ask for another',
}

// Whoever proves a phone holds all that belongs to it: browsers that have it open without having proved the number lose it. What this browser had
// open goes with it under a new session id, so that whoever had the old one does not share what this one may see.
const cameIn = async (visit: Visit, owner: string): Promise<Session> => {
  const { counter } = visit
  const { drafts, cases } = await counter.find.byOwner(owner)
  const theirs = [...drafts.map(({ id }) => id), ...cases.filter(mayGetCode).map(({ draftId }) => draftId)]
  const turns = await counter.access.take([...new Set(theirs)], owner)
  return { ...carried(visit, turns), owner, wayIn: visit.session.wayBackKey === undefined ? 'code' : 'link' }
}

// The same for the one application that the reference and the address name. It may have got another address since the code was asked for.
const cameInByEmail = async (visit: Visit, named: NamedByEmail): Promise<Answer> => {
  const { counter } = visit
  const found = await openedByEmail(counter, named)
  if (found === undefined) return codeReply(visit, [notRight])
  const turns = await counter.access.take([found.draft.id], emailWay(counter.keys.hash, named.email))
  const draft = await counter.drafts.get(found.draft.id)
  return draft === undefined
    ? codeReply(visit, [notRight])
    : openedIn(visit, { ...carried(visit, turns), wayIn: 'email' }, draft)
}

// As many codes went as may go for now.
export const noMoreCodes = (visit: Visit, by: 'text' | 'email'): Reply =>
  html(pages.noMoreCodes(around(visit, undefined, by === 'text' ? paths.comeBack : paths.byEmail), by), 429)
