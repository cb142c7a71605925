// A manager at the desk, among so many cases, and the bytes that their browser sends: the team's list, all that closed, a
// case, and a case to which much has happened.

import { configFrom } from '#adapters/config.ts'
import type { Staff } from '#domain/cases/case.ts'
import { tableFrom } from '#functions/wiring/residents.ts'
import { deskFrom } from '#functions/wiring/staff.ts'
import { casePuts, historyPuts, subjectAt } from './cases.ts'
import type { Step } from './load.ts'

export type Officer = Readonly<Record<'list' | 'closed' | 'one' | 'long', readonly Step[]>>

type Env = Readonly<Record<string, string>>

const cases = 400
const events = 500
// A transaction takes 100 items.
const batch = 25

const manager: Staff = {
  is: 'staff',
  id: 'bench-manager',
  name: 'Sample Manager',
  roles: ['team-manager'],
  teams: ['housing', 'planning', 'bookings'],
}

export const officers = async (env: Env, count: number): Promise<readonly Officer[]> => {
  const desk = deskFrom(env)
  const table = tableFrom(configFrom(env), env)
  const now = desk.clock.now()
  const write = async (items: Parameters<typeof table.client.transactWriteItems>[0]['TransactItems']) => {
    await table.client.transactWriteItems({ TransactItems: items })
  }
  for (let at = 0; at < cases; at += batch)
    await write(
      Array.from({ length: batch }, (_, more) => at + more).flatMap((one) => {
        const closed = one % 4 === 3
        const subject = { ...subjectAt(one, manager, now), ...(closed ? { state: 'withdrawn' } : {}) }
        return [...casePuts(table, subject, !closed)]
      }),
    )
  const [one, long] = [subjectAt(0, manager, now), subjectAt(1, manager, now)]
  const history = historyPuts(table, long, events)
  for (let at = 0; at < history.length; at += 100) await write(history.slice(at, at + 100))
  const made: Officer[] = []
  for (let at = 0; at < count; at += 1) {
    const cookie = `__Host-staff=${await desk.sessions.start(manager, now, 'bench')}`
    const get = (path: string): Step => ({
      request: Buffer.from(`GET ${path} HTTP/1.1\r\nhost: localhost:3001\r\ncookie: ${cookie}\r\n\r\n`),
    })
    made.push({
      list: [get('/cases?show=team')],
      closed: [get('/cases?show=closed')],
      one: [get(`/cases/${one.reference}`)],
      long: [get(`/cases/${long.reference}`)],
    })
  }
  return made
}
