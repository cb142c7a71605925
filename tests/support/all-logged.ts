// What every function that works on cases writes to its log, as it is deployed: while it works on them, and where it fails at them.
import { join } from 'node:path'
import { vi } from 'vitest'
import { told } from '#adapters/told.ts'
import type { Staff } from '#domain/cases/case.ts'
import { doManyHandler } from '#functions/events/do-many.ts'
import { giveInTurnHandler } from '#functions/events/give-in-turn.ts'
import { nightlyHandler } from '#functions/events/nightly.ts'
import { offerTimesHandler } from '#functions/events/offer-times.ts'
import { sendHooksHandler } from '#functions/events/send-hooks.ts'
import { sendTextsHandler } from '#functions/events/send-texts.ts'
import { manyFrom } from '#functions/wiring/do-many.ts'
import { turnsFrom } from '#functions/wiring/give-in-turn.ts'
import { nightFrom } from '#functions/wiring/nightly.ts'
import { offersFrom } from '#functions/wiring/offer-times.ts'
import { hooksFrom } from '#functions/wiring/send-hooks.ts'
import { deskFrom } from '#functions/wiring/staff.ts'
import { sendTextsFrom } from '#functions/wiring/texts.ts'
import { localClock } from '#infra/local/clock.ts'
import { staffHandler } from '#web/staff/handler.ts'
import { visitor } from './worlds/visitor.ts'
import { staffOrigin, type World } from './worlds/world.ts'

type Given = {
  readonly world: World
  readonly directory: string
  readonly reference: string
  // What people typed: it is looked for, put into addresses, and thrown.
  readonly marks: readonly string[]
}

export const allLogged = async ({ world, directory, reference, marks }: Given): Promise<string> => {
  const clock = localClock(join(directory, 'clock.json'))
  clock.set(world.clock.now())
  const env = { ...world.env, CLOCK_FILE: clock.file, STAFF_ORIGIN: staffOrigin, OIDC_ISSUER: 'http://localhost:9' }
  const lines: string[] = []
  const out = vi.spyOn(process.stdout, 'write').mockImplementation((said) => {
    lines.push(String(said))
    return true
  })
  try {
    await jobs(env)
    await atTheDesk(env, reference, marks)
    for (const words of marks) await told('staff', env, () => Promise.reject(new Error(words)))().catch(() => {})
  } finally {
    out.mockRestore()
  }
  return lines.join('')
}

type Env = Readonly<Record<string, string>>

const jobs = async (env: Env): Promise<void> => {
  await nightlyHandler(nightFrom(env))()
  await giveInTurnHandler(turnsFrom(env))()
  await doManyHandler(manyFrom(env))()
  await offerTimesHandler(offersFrom(env))()
  await sendHooksHandler(hooksFrom(env))()
  await sendTextsHandler(sendTextsFrom(env))({ source: 'aws.scheduler' })
}

const user: Staff = { is: 'staff', id: 'u1', name: 'U', roles: ['team-manager'], teams: ['housing'] }

const atTheDesk = async (env: Env, reference: string, marks: readonly string[]): Promise<void> => {
  const desk = deskFrom(env)
  const at = visitor(staffHandler(desk), staffOrigin)
  at.cookies.set('__Host-staff', await desk.sessions.start(user, desk.clock.now(), 'token'))
  for (const path of ['', '/answers', '/messages', '/history']) await at.get(`/cases/${reference}${path}`)
  await at.get('/cases/find')
  for (const said of marks) await at.post('/cases/find', { for: said })
  for (const said of marks) await at.get(`/cases/${encodeURIComponent(said)}`)
}
