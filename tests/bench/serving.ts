// Pages and saved answers a second, each as a share of what a bare server does in the same run.
import type { Full } from './full.ts'
import { load } from './load.ts'
import type { Officer } from './officers.ts'
import type { Person } from './people.ts'
import { aimed, heading, line } from './said.ts'
import { processorMs, type Server } from './servers.ts'
import { median } from './starts.ts'

const rounds = 3
const forMs = 1200

type Steps = Parameters<typeof load>[0]['people']
type Step = Steps[number][number]

type Given = {
  readonly bare: Server
  // Bare, with one database call.
  readonly limit: Server
  // Express with nunjucks, without a database.
  readonly express: Server
  readonly product: Server
  readonly desk: Server
  readonly visitors: readonly Person[]
  readonly full: readonly Full[]
  readonly choosers: readonly (readonly Step[])[]
  readonly officers: readonly Officer[]
}

const measuredOf = (given: Given): readonly (readonly [string, Server, Steps])[] => {
  const { bare, limit, express, product, desk, visitors, full, officers } = given
  const [sees, saves] = [visitors.map(({ see }) => see), visitors.map(({ save }) => save)]
  return [
    ['bare GET', bare, sees],
    ['limit GET', limit, sees],
    ['express GET', express, sees],
    ['GET', product, sees],
    ['full GET', product, full.map(({ see }) => see)],
    ['check GET', product, full.map(({ check }) => check)],
    ['days GET', product, given.choosers],
    ['bare pair', bare, saves],
    ['limit pair', limit, saves],
    ['express pair', express, saves],
    ['pair', product, saves],
    ['full pair', product, full.map(({ save }) => save)],
    ['team list GET', desk, officers.map(({ list }) => list)],
    ['closed list GET', desk, officers.map(({ closed }) => closed)],
    ['case GET', desk, officers.map(({ one }) => one)],
    ['case of 500 events GET', desk, officers.map(({ long }) => long)],
  ]
}

export const serving = async (given: Given): Promise<void> => {
  const measured = measuredOf(given)
  const found = new Map<string, Measured[]>()
  // The first round counts for nobody: V8 compiles while it serves, the more there is the longer.
  for (const [what, server, steps] of measured) await good(what, server, steps)
  for (let round = 0; round < rounds; round += 1)
    for (const [what, server, steps] of measured)
      found.set(what, [...(found.get(what) ?? []), await good(what, server, steps)])
  const rate = (what: string): number => median((found.get(what) ?? []).map(({ perSecond }) => perSecond))
  const ms = (what: string): number => median((found.get(what) ?? []).map(({ msEach }) => msEach))
  heading(
    `Serving, ${given.visitors.length} at once, one core, medians of ${rounds} rounds; each pair is a POST and the redirect’s GET`,
  )
  for (const [what] of measured)
    line(`${what} a second; processor time of each`, `${Math.round(rate(what))}; ${ms(what).toFixed(2)} ms`)
  const share = (what: string, of: string, least: number): void =>
    aimed(`${what}, share of bare`, rate(what) / rate(of), (number) => number.toFixed(3), { least })
  share('GET', 'bare GET', 0.04)
  share('full GET', 'bare GET', 0.03)
  share('pair', 'bare pair', 0.045)
  share('full pair', 'bare pair', 0.028)
  line('express, share of bare: GET', (rate('express GET') / rate('bare GET')).toFixed(3))
  line('express, share of bare: pair', (rate('express pair') / rate('bare pair')).toFixed(3))
  line('limit, share of bare: GET', (rate('limit GET') / rate('bare GET')).toFixed(3))
  line('limit, share of bare: pair', (rate('limit pair') / rate('bare pair')).toFixed(3))
}

type Measured = { readonly perSecond: number; readonly msEach: number }

const good = async (what: string, { port, pid }: Server, steps: Steps): Promise<Measured> => {
  const before = processorMs(pid)
  const { perSecond, wrong, done } = await load({ port, people: steps, forMs })
  if (wrong > 0) throw new Error(`${what}: ${wrong} answers were errors, and the figures would mean nothing`)
  return { perSecond, msEach: (processorMs(pid) - before) / Math.max(1, done) }
}
