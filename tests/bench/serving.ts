// Pages and saved answers a second, each as a share of what a bare server does in the same run.
import type { Full } from './full.ts'
import { load } from './load.ts'
import type { Officer } from './officers.ts'
import type { Person } from './people.ts'
import { aimed, heading, line } from './said.ts'
import type { Server } from './servers.ts'
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
  const rates = new Map<string, number[]>()
  for (let round = 0; round < rounds; round += 1)
    for (const [what, { port }, steps] of measured)
      rates.set(what, [...(rates.get(what) ?? []), await good(what, port, steps)])
  const rate = (what: string): number => median(rates.get(what) ?? [])
  heading(
    `Serving, ${given.visitors.length} at once, one core, medians of ${rounds} rounds; each pair is a POST and the redirect’s GET`,
  )
  for (const [what] of measured) line(`${what} a second`, Math.round(rate(what)).toString())
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
  const ms = 1000 / rate('check GET')
  aimed('check-your-answers of the largest form', ms, (number) => `${number.toFixed(1)} ms`, { most: 3 })
  for (const what of ['days', 'team list', 'closed list', 'case', 'case of 500 events'])
    line(`${what}, of one core`, `${(1000 / rate(`${what} GET`)).toFixed(1)} ms`)
}

const good = async (what: string, port: number, steps: Steps): Promise<number> => {
  const { perSecond, wrong } = await load({ port, people: steps, forMs })
  if (wrong > 0) throw new Error(`${what}: ${wrong} answers were errors, and the figures would mean nothing`)
  return perSecond
}
