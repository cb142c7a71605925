// What counting may know of a browser: the sort of device, and that the person does not want to be
// counted (Privacy and Electronic Communications Regulations 2003, Schedule A1, paragraph 5).
import type { Walked } from '#domain/forms/answered/trail.ts'
import { deviceOf } from '#domain/measures/counting/device.ts'
import { html, type Reply, type Request, seeOther, withCookie } from '../http.ts'
import { pages } from '../show/citizen/pages.ts'
import { type Answer, around, type Visit } from './visit.ts'

const cookieName = '__Host-count'

const yearSeconds = 365 * 24 * 60 * 60

const objects = ({ cookies }: Request): boolean => cookies[cookieName] === 'no'

export const walkedBy = (request: Request): Walked => ({
  device: deviceOf(request.headers['user-agent'] ?? ''),
  ...(objects(request) ? { uncounted: true } : {}),
})

export const showCookies = (visit: Visit): Reply =>
  html(pages.cookies({ around: around(visit), counted: !objects(visit.request) }))

export const takeCookies = ({ request }: Visit): Answer => {
  const no = request.posted.count?.[0] === 'no'
  return withCookie(
    seeOther('/cookies'),
    `${cookieName}=${no ? 'no' : ''}; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=${no ? yearSeconds : 0}`,
  )
}
