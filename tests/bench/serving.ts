// Pages and saved answers a second, each as a share of what a bare server does in the same run.
import type { Full } from './full.ts'
import { load } from './load.ts'
import type { Person } from './people.ts'
import { aimed, heading, line } from './said.ts'
import type { Server } from './servers.ts'
import { median } from './starts.ts'

const rounds = 5
const forMs = 1500

type Steps = Parameters<typeof load>[0]['people']

type Given = {
  readonly bare: Server
  // Bare, with one database call.
  readonly limit: Server
  readonly product: Server
  readonly visitors: readonly Person[]
  readonly full: readonly Full[]
}

export const serving = async ({ bare, limit, product, visitors, full }: Given): Promise<void> => {
  const [sees, saves] = [visitors.map(({ see }) => see), visitors.map(({ save }) => save)]
  const measured: readonly (readonly [string, Server, Steps])[] = [
    ['bare GET', bare, sees],
    ['limit GET', limit, sees],
    ['GET', product, sees],
    ['full GET', product, full.map(({ see }) => see)],
    ['check GET', product, full.map(({ check }) => check)],
    ['bare pair', bare, saves],
    ['limit pair', limit, saves],
    ['pair', product, saves],
    ['full pair', product, full.map(({ save }) => save)],
  ]
  const rates = new Map<string, number[]>()
  for (let round = 0; round < rounds; round += 1)
    for (const [what, { port }, steps] of measured)
      rates.set(what, [...(rates.get(what) ?? []), await good(port, steps)])
  const rate = (what: string): number => median(rates.get(what) ?? [])
  heading(
    `Serving, ${sees.length} at once, one core, medians of ${rounds} rounds; each pair is a POST and the redirect’s GET`,
  )
  for (const [what] of measured) line(`${what} a second`, Math.round(rate(what)).toString())
  const share = (what: string, of: string, least: number): void =>
    aimed(`${what}, share of bare`, rate(what) / rate(of), (number) => number.toFixed(3), { least })
  share('GET', 'bare GET', 0.04)
  share('full GET', 'bare GET', 0.03)
  share('pair', 'bare pair', 0.045)
  share('full pair', 'bare pair', 0.028)
  line('limit, share of bare: GET', (rate('limit GET') / rate('bare GET')).toFixed(3))
  line('limit, share of bare: pair', (rate('limit pair') / rate('bare pair')).toFixed(3))
  const ms = 1000 / rate('check GET')
  aimed('check-your-answers of the largest form', ms, (number) => `${number.toFixed(1)} ms`, { most: 3 })
}

const good = async (port: number, steps: Steps): Promise<number> => {
  const { perSecond, wrong } = await load({ port, people: steps, forMs })
  if (wrong > 0) throw new Error(`${wrong} answers were errors: the figures would mean nothing`)
  return perSecond
}
