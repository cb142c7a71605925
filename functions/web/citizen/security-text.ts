// Where faults in the website are reported to, as programs look for it (RFC 9116).
import { isoDay } from '#domain/day.ts'
import { council } from '#services/council.ts'
import type { Reply } from '../http.ts'
import { paths } from '../show/site.ts'
import type { Visit } from './visit.ts'

// Less than a year is asked for (RFC 9116, 2.5.5).
const goodForMs = 180 * 86_400_000

export const securityText = ({ counter }: Visit): Reply => {
  const { clock, citizenOrigin } = counter
  const lines = [
    `Contact: mailto:${council.securityEmail}`,
    `Contact: ${citizenOrigin}${paths.security}`,
    `Expires: ${isoDay(clock.now() + goodForMs)}T00:00:00Z`,
    'Preferred-Languages: en, cy',
    `Canonical: ${citizenOrigin}/.well-known/security.txt`,
    `Policy: ${citizenOrigin}${paths.security}`,
  ]
  return { status: 200, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: `${lines.join('\n')}\n` }
}
