// G4 to G7 of the guarantees by random hands: texts are wanted, the stream comes doubled or not at all, senders die at any call, the network
// takes, refuses and loses, receipts come late, twice and out of order, time passes, staff send again, people stop reminders. After each:
// a state only moves on, and nobody gets a text more often than its rows allow. In the end nothing waits for more than 15 minutes of health.
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Staff } from '#domain/cases/case.ts'
import { mayBecome } from '#domain/texts/sending.ts'
import type { Text, TextState } from '#domain/texts/text.ts'
import { type Ports as SendTexts, sendTextsHandler } from '#functions/events/send-texts.ts'
import { textReceiptsHandler } from '#functions/events/text-receipts.ts'
import { sendTextsFrom } from '#functions/wiring/texts.ts'
import {
  type Mood,
  moods,
  type PhoneNetwork,
  startPhoneNetwork,
  type Took,
} from '#tests/support/faults/phone-network.ts'
import { invariantsAt } from '#tests/support/invariants.ts'
import { sentCase, smallHousing } from '#tests/support/people/sent-cases.ts'
import { type StaffWorld, startStaffWorld } from '#tests/support/worlds/staff-world.ts'
import { noPause } from '#tests/support/worlds/world.ts'
import { sendAgain } from '#usecases/texts/undelivered-texts.ts'

let here: StaffWorld
let network: PhoneNetwork
let reference = ''
beforeAll(async () => {
  here = await startStaffWorld(smallHousing)
  network = await startPhoneNetwork()
  reference = await sentCase(here.world.counter)
})
afterAll(async () => {
  network.close()
  await here.close()
})

const minute = 60_000
const officer: Staff = { is: 'staff', id: 'u', name: 'U', roles: ['housing-officer'], teams: ['housing'] }

// What must be so: of each row the state that was seen last; what the network took; and what nobody may have done.
type Model = {
  readonly rows: Map<string, Text>
  readonly taken: Took[]
  readonly stopped: Set<string>
  readonly wrong: string[]
}

type Step = { readonly said: string; readonly run: (model: Model) => Promise<void> }

const outbox = () => here.world.counter.outbox
const portsOf = (): SendTexts => ({
  ...sendTextsFrom({
    ...here.world.env,
    SNS_ENDPOINT: network.endpoint,
    TEXTS_A_PHONE: '10000',
    TEXTS_MONTH_PENCE: '10000000',
  }),
  pause: noPause,
  clock: here.world.clock,
  log: () => {},
})

// A process that ends at its n-th call to the outside: before the call is made, or after it was done and before anybody knows.
const dying = (ports: SendTexts, at: number, when: 'before' | 'after'): SendTexts => {
  let [calls, dead] = [0, false]
  const end = (): never => {
    dead = true
    throw new Error('The process ended')
  }
  const mortal = <T extends object>(port: T): T =>
    new Proxy(port, {
      get: (target, name) => {
        const does: unknown = Reflect.get(target, name)
        if (typeof does !== 'function') return does
        return async (...given: readonly unknown[]) => {
          calls += 1
          const mine = calls
          if (dead || (mine === at && when === 'before')) end()
          const done: unknown = await Reflect.apply(does, target, given)
          if (mine === at && when === 'after') end()
          return done
        }
      },
    })
  return { ...ports, outbox: mortal(ports.outbox), sender: mortal(ports.sender), stopped: mortal(ports.stopped) }
}

// Most processes live.
const death = fc.record({
  at: fc.oneof(fc.constant(0), fc.nat(20)),
  when: fc.constantFrom('before' as const, 'after' as const),
})

const sweep = { source: 'aws.scheduler' }
const streamOf = (ids: readonly string[]) => ({
  Records: ids.map((id, at) => ({
    eventName: 'INSERT',
    dynamodb: { SequenceNumber: String(at + 1), Keys: { pk: { S: `TEXT#${id}` }, sk: { S: 'TEXT' } } },
  })),
})

let made = 0
const wanted = (kind: 'resends' | 'once' | 'reminder'): Text => {
  made += 1
  const now = here.world.clock.now()
  return {
    ...{
      id: `model-${String(made).padStart(6, '0')}`,
      about: reference,
      service: 'housing',
      template: 'confirmation',
      templateVersion: 1,
    },
    ...{
      category: kind === 'reminder' ? 'reminder' : 'essential',
      to: '+447700900301',
      body: `Model ${made}.`,
      state: 'due',
      version: 1,
    },
    ...{ dueAt: now, madeAt: now, attempts: [], phoneKey: `phone-${made}`, sameKey: `same-${made}` },
    ...(kind === 'resends' ? { resends: true } : {}),
    ...(kind === 'reminder' ? { stopKey: `stop-${made}` } : {}),
  }
}

const pick = <T>(all: readonly T[], at: number): T | undefined => all[at % Math.max(1, all.length)]

const steps: readonly fc.Arbitrary<Step>[] = [
  fc.constantFrom('resends', 'once', 'reminder').map(
    (kind): Step => ({
      said: `want ${kind}`,
      run: async ({ rows }) => {
        const text = wanted(kind)
        await outbox().put([text])
        rows.set(text.id, text)
      },
    }),
  ),
  fc.record({ from: fc.nat(9), doubled: fc.boolean(), death }).map(
    ({ from, doubled, death: { at, when } }): Step => ({
      said: `stream from ${from}${doubled ? ' twice' : ''}, dies ${when} ${at}`,
      run: async ({ rows }) => {
        const ids = [...rows.keys()].slice(-1 - from)
        const event = streamOf(doubled ? [...ids, ...ids.toReversed()] : ids)
        await sendTextsHandler(at === 0 ? portsOf() : dying(portsOf(), at, when))(event)
      },
    }),
  ),
  death.map(
    ({ at, when }): Step => ({
      said: `sweep, dies ${when} ${at}`,
      run: async () => {
        await sendTextsHandler(at === 0 ? portsOf() : dying(portsOf(), at, when))(sweep).catch(() => {})
      },
    }),
  ),
  fc.constantFrom<Mood>(...moods, 'takes', 'takes', 'takes', 'loses-answer', 'loses-answer').map(
    (mood): Step => ({
      said: `the network ${mood}`,
      run: async () => network.mood(mood),
    }),
  ),
  fc
    .record({
      which: fc.nat(50),
      says: fc.constantFrom(
        'delivered',
        'Phone carrier is currently unreachable/unavailable',
        'Invalid phone number',
        'Phone is opted out',
      ),
    })
    .map(
      ({ which, says }): Step => ({
        said: `receipt of ${which}: ${says}`,
        run: async ({ taken }) => {
          const took = pick(taken, which)
          if (took !== undefined) await receipt(took.messageId, says)
        },
      }),
    ),
  fc.constantFrom(1, 2, 5, 16, 16, 16, 61, 300, 4500).map(
    (minutes): Step => ({
      said: `${minutes} minutes pass`,
      run: async () => here.world.clock.pass(minutes * minute),
    }),
  ),
  fc.constantFrom(2, 4, 8).map(
    (times): Step => ({
      said: `${times} quarters of an hour pass, each swept`,
      run: async () => {
        for (let left = times; left > 0; left -= 1) {
          here.world.clock.pass(16 * minute)
          await sendTextsHandler(portsOf())(sweep)
        }
      },
    }),
  ),
  fc.nat(20).map(
    (which): Step => ({
      said: `staff send ${which} again`,
      run: async ({ rows }) => {
        const row = pick([...rows.values()], which)
        const [text, subject] = [
          row === undefined ? undefined : await outbox().get(row.id),
          await here.desk.cases.get(reference),
        ]
        if (text === undefined || subject === undefined) return
        const again = await sendAgain(here.desk, { text, subject, user: officer })
        if (again.ok) rows.set(again.value.id, again.value)
      },
    }),
  ),
  fc.record({ which: fc.nat(20), stop: fc.boolean() }).map(
    ({ which, stop }): Step => ({
      said: `${stop ? 'stop' : 'bring back'} ${which}`,
      run: async ({ rows, stopped }) => {
        const key = pick(
          [...rows.values()].filter(({ stopKey }) => stopKey !== undefined),
          which,
        )?.stopKey
        if (key === undefined) return
        await here.world.counter.stopped.set(key, { stopped: stop, now: here.world.clock.now() })
        if (stop) stopped.add(key)
        else stopped.delete(key)
      },
    }),
  ),
]

const receipt = async (messageId: string, says: string): Promise<void> => {
  const message = JSON.stringify({
    status: says === 'delivered' ? 'SUCCESS' : 'FAILURE',
    notification: { messageId },
    delivery: { providerResponse: says },
  })
  const data = gzipSync(JSON.stringify({ logEvents: [{ message }] })).toString('base64')
  const { outbox: rows, stopped } = here.world.counter
  // Of a text whose sender died before it could note the id, nobody knows the text.
  await textReceiptsHandler({ clock: here.world.clock, outbox: rows, stopped, log: () => {} })({
    awslogs: { data },
  }).catch(() => {})
}

const all: readonly TextState[] = ['due', 'sending', 'sent', 'delivered', 'failed', 'uncertain', 'held', 'cancelled']

const final: ReadonlySet<TextState> = new Set(['delivered', 'failed', 'cancelled'])

// Where a state may lead, in any number of moves.
const leads = (from: TextState): ReadonlySet<TextState> => {
  const [reached, left] = [new Set<TextState>(), [from]]
  for (let state = left.pop(); state !== undefined; state = left.pop())
    for (const to of all)
      if (mayBecome(state, to) && !reached.has(to)) {
        reached.add(to)
        left.push(to)
      }
  return reached
}

// Once; once more for each time that the network said it had not arrived; and once more where nobody knew and its template says so.
const allowed = ({ returned = 0, resends }: Text): number => 1 + returned + (resends === true ? 1 : 0)

const judge = async ({ rows, taken, wrong }: Model): Promise<void> => {
  const perBody = new Map<string, number>()
  for (const [id, before] of rows) {
    const now = await outbox().get(id)
    if (now === undefined) throw new Error(`Row ${id} is gone`)
    const onward = now.state === before.state || (!final.has(before.state) && leads(before.state).has(now.state))
    if (!onward || now.version < before.version)
      wrong.push(`${id} went from ${before.state} ${before.version} to ${now.state} ${now.version}`)
    rows.set(id, now)
    perBody.set(now.body, (perBody.get(now.body) ?? 0) + allowed(now))
  }
  for (const [body, most] of perBody) {
    const got = taken.filter((took) => took.body === body).length
    if (got > most) wrong.push(`“${body}” was taken ${got} times, and its rows allow ${most}`)
  }
  expect(wrong).toEqual([])
}

const commandOf = ({ said, run }: Step): fc.AsyncCommand<Model, StaffWorld> => ({
  check: () => true,
  run: async (model) => {
    await run(model)
    await judge(model)
  },
  toString: () => said,
})

// A quarter of an hour in which all is well, swept each minute as in AWS; a lease and a try's longest wait come before it counts.
const heal = async (model: Model): Promise<void> => {
  network.mood('takes')
  const sender = sendTextsHandler(portsOf())
  for (let minutes = 0; minutes < 22; minutes += 1) {
    await sender(sweep)
    here.world.clock.pass(minute)
  }
  await sender(sweep)
  await judge(model)
  const now = here.world.clock.now()
  const waiting = [...model.rows.values()].filter(
    ({ state, dueAt, leaseUntil = 0 }) =>
      (state === 'due' && dueAt <= now) || state === 'sending' || (state === 'uncertain' && leaseUntil <= now),
  )
  expect(waiting).toEqual([])
  const silent = [...model.rows.values()].filter(
    ({ state, reason }) => (state === 'failed' || state === 'held') && reason === undefined,
  )
  expect(silent).toEqual([])
}

describe('the outbox', () => {
  it('sends no reminder that was stopped, though staff send it again', async () => {
    const taken: Took[] = []
    network.onTake((took) => taken.push(took))
    network.mood('bad-number')
    const text = wanted('reminder')
    await outbox().put([text])
    const sender = sendTextsHandler(portsOf())
    await sender(sweep)
    network.mood('takes')
    await here.world.counter.stopped.set(text.stopKey ?? '', { stopped: true, now: here.world.clock.now() })
    const [failed, subject] = [await outbox().get(text.id), await here.desk.cases.get(reference)]
    if (failed === undefined || subject === undefined) throw new Error('There is nothing to send again')
    const again = await sendAgain(here.desk, { text: failed, subject, user: officer })
    await sender(sweep)
    const row = await outbox().get(again.ok ? again.value.id : '')
    expect([failed.state, row?.state, row?.unwanted]).toEqual(['failed', 'cancelled', true])
    expect(taken.filter(({ body }) => body === text.body)).toEqual([])
  })

  it('whatever happens in whatever order moves each text on, sends none too often, and leaves none waiting (G4, G5, G6, G7)', {
    timeout: 120_000,
  }, async () => {
    let commands = 0
    await fc.assert(
      fc.asyncProperty(
        fc.commands(
          steps.map((step) => step.map(commandOf)),
          { maxCommands: 40, size: 'max' },
        ),
        async (run) => {
          const model: Model = { rows: new Map(), taken: [], stopped: new Set(), wrong: [] }
          network.mood('takes')
          network.onTake((took) => {
            const row = [...model.rows.values()].find(({ body }) => body === took.body)
            if (row?.stopKey !== undefined && model.stopped.has(row.stopKey))
              model.wrong.push(`“${took.body}” went although it was stopped`)
            if (row !== undefined) model.taken.push(took)
          })
          await fc.asyncModelRun(() => ({ model, real: here }), run)
          await heal(model)
          commands += [...run].length
        },
      ),
      { numRuns: 30 },
    )
    expect(commands).toBeGreaterThan(200)
    const tables = { main: here.world.table.name, audit: here.world.table.audit, now: here.world.clock.now() }
    const { faults } = await invariantsAt(here.world.env.DYNAMODB_ENDPOINT, tables)
    expect(faults).toEqual([])
  })
})
