// Where somebody is signed in, and ending it there.
import type { Staff } from '#domain/cases/case.ts'
import { one } from '#domain/forms/kind.ts'
import { colleaguesSignedIn, endSession, personSeenBy, sessionsOf } from '#usecases/casework/see-sessions.ts'
import { BadRequest, html, type Reply, seeOther } from '../http.ts'
import { staffPages } from '../show/staff/pages.ts'
import { sessionsAt } from '../show/staff/session-pages.ts'
import { around, type DeskVisit } from './visit.ts'

export const showOwnSessions = async (visit: DeskVisit): Promise<Reply> =>
  sessionsReply(visit, visit.user, await colleaguesSignedIn(visit.desk, visit.user))

export const showSessions = async (visit: DeskVisit): Promise<Reply> => sessionsReply(visit, await personIn(visit), [])

export const takeEndSession = async (visit: DeskVisit): Promise<Reply> => {
  const person = await personIn(visit)
  await endSession(visit.desk, visit.user, person, one(visit.request.posted, 'session'))
  return seeOther(person.id === visit.user.id ? sessionsAt : `${sessionsAt}/${encodeURIComponent(person.id)}`)
}

const sessionsReply = async (visit: DeskVisit, person: Staff, colleagues: readonly Staff[]): Promise<Reply> => {
  const sessions = await sessionsOf(visit.desk, person)
  const theirs = person.id !== visit.user.id
  const back = theirs ? { back: { text: 'Back to where you are signed in', href: sessionsAt } } : {}
  return html(
    staffPages.sessions({ around: around(visit, back), person, theirs, sessions, here: visit.handle, colleagues }),
  )
}

const personIn = async ({ desk, user, request }: DeskVisit): Promise<Staff> => {
  const person = await personSeenBy(desk, user, request.pathValues.person ?? '')
  if (person === undefined) throw new BadRequest(404)
  return person
}
