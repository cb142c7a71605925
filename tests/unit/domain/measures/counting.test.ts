// What is counted, and that order, repeats and losses change nothing (docs/rules/measures.md).
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sha256Of } from '#adapters/system.ts'
import { mayTake } from '#domain/cases/workflow.ts'
import { noTrail, type Trail, type TrailStep, trailAfter } from '#domain/forms/answered/trail.ts'
import { countedFacts } from '#domain/measures/counting/case-facts.ts'
import { deviceOf } from '#domain/measures/counting/device.ts'
import type { Fact, StartEnd, StartFact } from '#domain/measures/counting/facts.ts'
import type { CaseHistory } from '#domain/measures/counting/history.ts'
import { type Begun, startFact } from '#domain/measures/counting/start-fact.ts'
import { countIn, joined, sumsOf } from '#domain/measures/counting/sums.ts'
import { textFact } from '#domain/measures/counting/text-fact.ts'
import { shareChange } from '#domain/measures/figures/automation.ts'
import { automatedSince, baselineOf } from '#domain/measures/figures/baseline.ts'
import { percentWords } from '#domain/measures/figures/rates.ts'
import { arrived, shareIn } from '#domain/measures/figures/shares.ts'
import { monthAfter } from '#domain/measures/months.ts'
import { services } from '#services/catalogue.ts'
import { staffMeasuresSamples } from '#tests/support/people/measures-samples.ts'

const dayMs = 86_400_000
const at = (stamp: string): number => Date.parse(stamp)
const start = at('2026-11-30T08:00:00Z')

const draft = (more: Partial<Begun> = {}): Begun => ({
  ...{ id: 'd', service: 'housing', version: 3, status: 'draft', startedAt: start, touchedAt: start + 60_000 },
  ...more,
})

const factOf = (more: Partial<Begun>): StartFact => {
  const fact = startFact(draft(more))
  if (fact === undefined) throw new Error('This is a start')
  return fact
}

const around = { user: { name: 'A manager', role: 'Team manager' }, csrf: 'token' }

const endsIn = (facts: readonly Fact[], asOf: number) =>
  Object.keys(sumsOf(facts, asOf)).flatMap((name) => /^end\.(.+)/.exec(name)?.[1] ?? [])

describe('a start', () => {
  it.each([
    ['2026-05-31T22:50:00Z', '2026-05-31'],
    ['2026-05-31T23:10:00Z', '2026-06-01'],
  ])('at %s is of London’s day %s', (stamp, day) => {
    expect(factOf({ startedAt: at(stamp) }).day).toBe(day)
  })

  it('that is sent on its 28th day is completed within its 28 days', () => {
    const fact = factOf({ status: 'submitted', touchedAt: at('2026-12-28T09:00:00Z') })
    const sums = sumsOf([fact], at('2026-12-29T09:00:00Z'))
    expect([sums['done.28d'], sums['done.7d'], sums['done.self']]).toEqual([1, undefined, 1])
  })

  it('is dropped a day after its last save, and open again when somebody comes back', () => {
    expect(endsIn([factOf({})], start + dayMs)).toEqual(['open'])
    expect(endsIn([factOf({})], start + 60_000 + dayMs)).toEqual(['dropped'])
    expect(endsIn([factOf({ touchedAt: start + 25 * 3_600_000, version: 4 })], start + 26 * 3_600_000)).toEqual([
      'open',
    ])
  })

  it('has one end: sent beats what was told before, and an error of ours that they came back from', () => {
    const told = { is: 'told', page: 'you/age', at: start } as const
    const ours = { is: 'ours', page: '', at: start } as const
    for (const ended of [told, ours])
      expect(endsIn([factOf({ status: 'submitted', walked: { ended } })], start + dayMs)).toEqual(['sent'])
    expect(endsIn([factOf({ walked: { ended: told } })], start + 9 * dayMs)).toEqual(['told'])
    expect(endsIn([factOf({ walked: { ended: { ...ours, at: start + 90_000 } } })], start + 9 * dayMs)).toEqual([
      'ours',
    ])
    expect(endsIn([factOf({ walked: { ended: ours } })], start + 9 * dayMs)).toEqual(['dropped'])
  })

  it('is none where answers were asked for again', () => {
    expect(startFact(draft({ reopens: {} }))).toBeUndefined()
  })

  it('of somebody who objected has no trail, and its start and end count', () => {
    const plain = sumsOf([factOf({ walked: { trail: trailOf([{ key: 'you/name' }]) } })], start)
    const quiet = sumsOf([factOf({ walked: { uncounted: true } })], start)
    expect([plain['page|you/name|saw'], quiet['page|you/name|saw']]).toEqual([1, undefined])
    expect([quiet.starts, quiet['end.open'], quiet['starts.uncounted']]).toEqual([1, 1, 1])
  })

  it.each([
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Mobile/15E148', 'phone'],
    ['Mozilla/5.0 (Linux; Android 14; Pixel 8) Chrome/130 Mobile Safari', 'phone'],
    ['Mozilla/5.0 (Linux; Android 14; SM-X200) Chrome/130 Safari', 'tablet'],
    ['Mozilla/5.0 (iPad; CPU OS 16_0 like Mac OS X)', 'tablet'],
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64)', 'desktop'],
    ['', 'other'],
    ['curl/8', 'other'],
  ])('keeps of the browser %s only its sort', (said, sort) => {
    expect(deviceOf(said)).toBe(sort)
  })
})

const trailOf = (steps: readonly Partial<TrailStep>[]): Trail =>
  steps.reduce<Trail>(
    (trail, step, place) =>
      trailAfter(trail, {
        ...{ key: 'you/name', next: '', errors: [], now: start + (place + 1) * 20_000, before: start + place * 20_000 },
        ...step,
      }),
    noTrail,
  )

const withTrail = (id: string, trail: Trail): StartFact => ({ ...factOf({ walked: { trail } }), id })

describe('the trail', () => {
  it('says on which page people left, of those who saw it', () => {
    const reached = trailOf([{ key: 'you/name', next: 'you/age' }])
    const facts = Array.from({ length: 100 }, (_, n) =>
      withTrail(
        `d${n}`,
        n < 8
          ? reached
          : trailOf([
              { key: 'you/name', next: 'you/age' },
              { key: 'you/age', next: 'home/now' },
            ]),
      ),
    )
    const sums = sumsOf(facts.slice(0, 8), start + 9 * dayMs)
    const all = sumsOf(facts, start + 9 * dayMs)
    expect([all['page|you/age|saw'], sums['page|you/age|left'], all['page|not/on-the-path|saw']]).toEqual([
      100,
      8,
      undefined,
    ])
  })

  it('counts drafts with an error in a field, and how many tries a page took', () => {
    const wrong = { errors: [{ field: 'ni', kind: 'format' as const }] }
    const facts = [
      withTrail('d0', trailOf([wrong, wrong, wrong, {}])),
      ...Array.from({ length: 9 }, (_, n) => withTrail(`d${n + 1}`, trailOf([{}]))),
    ]
    const sums = sumsOf(facts, start)
    expect([sums['page|you/name|wrong|ni'], sums['page|you/name|saved'], sums['page|you/name|tries']]).toEqual([
      1, 10, 13,
    ])
    expect(sums['page|you/name|kind|ni.format']).toBe(1)
  })

  it('keeps 60 pages and 8 fields of each at most, and no pause over 30 minutes', () => {
    const far = trailOf(Array.from({ length: 80 }, (_, n) => ({ key: `s/p${n}`, next: `s/p${n + 1}` })))
    expect([Object.keys(far.pages).length, far.at]).toEqual([60, 's/p80'])
    const errors = Array.from({ length: 12 }, (_, n) => ({ field: `f${n}`, kind: 'missing' as const }))
    expect(Object.keys(trailOf([{ errors }]).pages['you/name']?.errs ?? {}).length).toBe(8)
    const late = trailOf([{ now: start + 3 * dayMs, before: start }])
    expect([late.seconds, late.returns]).toEqual([{ you: 1800 }, 1])
  })

  it('says who came back after a day or more, once each, and the page of staff tells it with their devices', () => {
    const again = { now: start + 3 * dayMs, before: start + dayMs }
    const back = withTrail('a', trailOf([{}, again, again]))
    const sums = sumsOf([back, withTrail('b', trailOf([{}]))], start + 4 * dayMs)
    expect([sums.starts, sums['came-back']]).toEqual([2, 1])
    const both = trailOf([{}, { ...again, way: 'code' }, { ...again, way: 'link' }, { ...again, way: 'link' }])
    const byWay = sumsOf([withTrail('a', both), back], start + 4 * dayMs)
    expect([byWay['came-back'], byWay['came-back.code'], byWay['came-back.link'], byWay['came-back.phrase']]).toEqual([
      ...[2, 1, 1],
      undefined,
    ])
    // Within a day nobody came back, whatever way they took.
    expect(trailOf([{}, { now: start + 1000, before: start, way: 'phrase' }]).ways).toBeUndefined()
    const html = staffMeasuresSamples(around)['measures-funnel'] ?? ''
    expect(html).toContain('On a phone: 120 (60.0%)')
    expect(html).toContain('Came back after a day or more: 30 (15.0%)')
    expect(html).toContain('Of those, by the link in a text: 14 (7.0%)')
    expect(html).toContain('Did not want their pages counted: 5 (2.5%)')
  })

  it('names no item of a list', () => {
    const trail = trailOf([{ key: 'people/7/name', next: 'people/8/name' }])
    expect([Object.keys(trail.pages), trail.at]).toEqual([['people/name'], 'people/name'])
  })
})

const history = (events: CaseHistory['events'], notes: CaseHistory['notes'] = []): CaseHistory => ({
  subject: { reference: 'B', service: 'bookings', openedAt: start },
  events,
  notes,
})
const bookings = {
  counts: { outcomes: ['confirmed'], undoes: ['cancel-for-us'], confirms: [], asks: [], reassesses: [] },
  targetDays: 0,
  waits: () => false,
  open: (state: string) => state !== 'closed',
}
const event = (id: string, more: Partial<CaseHistory['events'][number]>) => ({
  id,
  at: start + Number(id) * 1000,
  action: 'submit',
  ...more,
})
const levelIn = (given: CaseHistory) => {
  const found = countedFacts(given, bookings).find((fact) => fact.is === 'outcome')
  return found?.is === 'outcome' ? [found.level, found.undone] : undefined
}

describe('contacts about a case', () => {
  const contactsIn = (given: CaseHistory) =>
    countedFacts(given, bookings).flatMap((fact) => (fact.is === 'case' ? [fact.contacts] : []))
  const [came, closed] = [event('1', { to: 'waiting' }), event('5', { to: 'closed' })]
  const wrote = (id: string, byId?: string) => event(id, { action: 'message', ...(byId === undefined ? {} : { byId }) })
  it('are messages of the applicant and calls that staff noted, and nothing that we wrote', () => {
    const notes = [
      { at: start + 2000, byId: 's', contact: true as const },
      { at: start + 2500, byId: 's' },
    ]
    expect(contactsIn(history([came, wrote('2'), wrote('3', 's'), wrote('4')], notes))).toEqual([3])
    expect(contactsIn(history([came]))).toEqual([0])
  })

  it('count while it is open, and say who had to ask more than once', () => {
    const given = history([came, wrote('2'), wrote('4'), closed, wrote('6')])
    expect(contactsIn(given)).toEqual([2])
    const sums = sumsOf(countedFacts(given, bookings), start)
    expect([sums.contacts, sums['cases.contacted'], sums['cases.contacted-again']]).toEqual([2, 1, 1])
    expect(shareIn.contacted(sums)).toEqual({ n: 1, d: 1 })
  })
})

describe('an outcome', () => {
  const booked = event('1', { to: 'confirmed' })
  const cancelled = (days: number) => event('2', { action: 'cancel-for-us', byId: 's', at: start + days * dayMs })
  it('is fully automated where staff did nothing before it, whatever they do later', () => {
    const waited = [event('1', { to: 'waiting' }), event('3', { action: 'take-offer', to: 'confirmed' })]
    expect(levelIn(history(waited))).toEqual(['A3', false])
    expect(levelIn(history(waited, [{ at: start + 2000, byId: 's' }]))).toEqual(['A1', false])
    expect(levelIn(history(waited, [{ at: start + 9000, byId: 's' }]))).toEqual(['A3', false])
  })

  it('that staff undo within 28 days was not automated', () => {
    expect(levelIn(history([booked, cancelled(27)]))).toEqual(['A2', true])
    expect(levelIn(history([booked, cancelled(29)]))).toEqual(['A3', false])
  })

  it('against somebody is never automated: every such step of every service needs a person', () => {
    const against = services.flatMap(({ id, workflow }) =>
      workflow.actions.filter(({ adverse }) => adverse === true).map((action) => ({ id, action })),
    )
    expect(against.length).toBeGreaterThan(3)
    for (const { id, action } of against)
      expect([id, action.id, mayTake(action, { is: 'system' })]).toEqual([id, action.id, false])
    const housing = services.find(({ id }) => id === 'housing')?.workflow
    const into = housing?.actions.filter(({ to }) => to === 'not-qualifying') ?? []
    expect(into.length).toBeGreaterThan(0)
    for (const action of into) expect(mayTake(action, { is: 'system' })).toBe(false)
  })

  it('is of every service: what each counts stands in its own workflow', () => {
    for (const { workflow } of services) {
      const ids = workflow.actions.map(({ id }) => id)
      const { outcomes = [], undoes = [], confirms = [], asks = [], reassesses = [] } = workflow.counts ?? {}
      expect(outcomes.length).toBeGreaterThan(0)
      for (const state of outcomes) expect(Object.keys(workflow.states)).toContain(state)
      for (const id of [...undoes, ...confirms, ...asks, ...reassesses]) expect(ids).toContain(id)
    }
  })
})

describe('the automated share', () => {
  it('has met its target at 20 points more, whatever that is of before', () => {
    expect(shareChange([{ n: 1200, d: 4000 }], [{ n: 2040, d: 4000 }])).toMatchObject({
      before: 30,
      after: 51,
      points: 21,
      relative: 70,
    })
  })

  it('is held against the year that it began with, which never moves, and says nothing before there is more', () => {
    const month = (at: number, automated: number) => ({
      month: monthAfter('2024-01', at),
      sums: { outcomes: 100, 'outcomes.A3': automated },
    })
    const years = Array.from({ length: 40 }, (_, at) => month(at, at < 12 ? 30 : 51))
    const before = baselineOf(years.slice(0, 13))
    expect([before.length, baselineOf(years.slice(0, 9)).length]).toEqual([12, 3])
    const since = (months: typeof years) => automatedSince([{ service: 'bookings', before, months }]).change
    expect(since(years.slice(-13))).toMatchObject({ before: 30, after: 51, points: 21 })
    expect(since(years.slice(0, 12))).toBeUndefined()
  })

  it('is parted into more automation and more of what was automated', () => {
    const before = [
      { n: 600, d: 1000 },
      { n: 0, d: 500 },
      { n: 20, d: 500 },
    ]
    const after = [
      { n: 1360, d: 1600 },
      { n: 90, d: 450 },
      { n: 45, d: 450 },
    ]
    expect(shareChange(before, after)).toMatchObject({ before: 31, after: 59.8, points: 28.8, rate: 20.7, mix: 8.1 })
    const doubled = [
      { n: 1200, d: 2000 },
      { n: 0, d: 500 },
      { n: 20, d: 500 },
    ]
    expect(shareChange(before, doubled)).toMatchObject({ rate: 0, points: expect.any(Number) })
  })
})

describe('texts', () => {
  it('count as not arrived where nobody knows after three days, and not at all where they were not wanted', () => {
    const text = (state: 'delivered' | 'failed' | 'uncertain' | 'cancelled', n: number) =>
      textFact({
        id: `${state}${n}`,
        service: 'housing',
        category: 'essential',
        state,
        version: 1,
        madeAt: start,
        dueAt: start,
        ...(state === 'cancelled' ? { unwanted: true } : {}),
      })
    const all = (['delivered', 'failed', 'uncertain', 'cancelled'] as const).flatMap((state, place) =>
      Array.from({ length: [970, 20, 10, 40][place] ?? 0 }, (_, n) => text(state, n)),
    )
    const sums = sumsOf(all, start + 3 * dayMs)
    const counts = ['delivered', 'failed', 'uncertain', 'unwanted'].map((end) =>
      countIn(sums, `texts.essential.${end}`),
    )
    expect(counts).toEqual([970, 20, 10, 40])
    expect(percentWords(arrived(sums))).toBe('97.0%')
    expect(sumsOf(all, start + dayMs)['texts.essential.uncertain']).toBeUndefined()
  })
})

// As the store keeps them: the newest version of each.
const kept = (told: readonly Fact[]): readonly Fact[] => {
  const found = new Map<string, Fact>()
  for (const fact of told) if ((found.get(fact.id)?.v ?? -1) < fact.v) found.set(fact.id, fact)
  return [...found.values()]
}

const ends: readonly (StartEnd | undefined)[] = [
  undefined,
  { is: 'sent', at: start + 5 },
  { is: 'told', at: start + 9, page: 'a/b' },
  { is: 'handed-on', at: start + 9 },
]
const anyFact = fc
  .record({ id: fc.constantFrom('a', 'b', 'c', 'd', 'e'), v: fc.integer({ min: 1, max: 4 }) })
  .map(({ id, v }): Fact => {
    const end = ends[v - 1]
    return { ...factOf({}), id, v, ...(end === undefined ? {} : { end }) }
  })

describe('the sums of a day', () => {
  it('are the same in any order, however often the stream tells a thing, and whatever it tells too late', () => {
    fc.assert(
      fc.property(
        fc.array(anyFact, { maxLength: 25 }),
        fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
        (facts, chance) => {
          const order = facts.map((fact) => ({ fact, place: chance.next().value }))
          const mixed = [...order, ...order.slice(0, 7)].toSorted((a, b) => a.place - b.place).map(({ fact }) => fact)
          // Lost, but for the newest of each, which a later change tells again.
          const newest = kept(facts)
          const some = [...mixed.filter(() => chance.next().value > 0.5), ...newest]
          const expected = JSON.stringify(sumsOf(kept(facts), start + dayMs))
          for (const told of [mixed, some]) expect(JSON.stringify(sumsOf(kept(told), start + dayMs))).toBe(expected)
        },
      ),
      { numRuns: 100 },
    )
  })

  it('have the same fingerprint when one day of the stream is told five times', () => {
    const day = ['a', 'b', 'c'].flatMap((id, at): readonly Fact[] => [
      { ...factOf({}), id, v: 1 },
      { ...factOf({}), id, v: 2, end: { is: at === 0 ? 'sent' : 'told', at: start + 9 } },
    ])
    const of = (told: readonly Fact[]): string => sha256Of(JSON.stringify(sumsOf(kept(told), start + dayMs)))
    expect(new Set([day, [...day, ...day, ...day, ...day, ...day]].map(of)).size).toBe(1)
    expect(of(day)).not.toBe(of(day.slice(0, 3)))
  })

  it('are those of the newest version of a fact alone', () => {
    const fact = (v: number): Fact => ({ ...factOf({}), v, ...(v === 3 ? { end: { is: 'sent', at: start + 1 } } : {}) })
    const [one, two, three] = [fact(1), fact(2), fact(3)]
    expect(sumsOf(kept([one, three, two, three]), start)).toEqual(sumsOf(kept([one, two, three]), start))
    expect(kept([one, three, two, three])).toEqual([three])
  })

  it('add up: completed are no more than starts, and every start has one end or is open', () => {
    fc.assert(
      fc.property(fc.array(anyFact, { maxLength: 25 }), fc.nat(40), (facts, days) => {
        const sums = sumsOf(kept(facts), start + days * dayMs)
        const sum = Object.entries(sums).reduce((all, [name, count]) => all + (name.startsWith('end.') ? count : 0), 0)
        expect(sum).toBe(countIn(sums, 'starts'))
        expect(countIn(sums, 'done.28d')).toBeLessThanOrEqual(countIn(sums, 'starts'))
      }),
      { numRuns: 100 },
    )
  })

  it('of two days are those of both', () => {
    const one = sumsOf([factOf({})], start)
    expect(joined([one, one])).toEqual({
      ...one,
      ...Object.fromEntries(Object.entries(one).map(([name, count]) => [name, 2 * count])),
    })
  })
})

describe('every exit of every form', () => {
  it('says which end it is', () => {
    const exits = services.flatMap(({ form }) =>
      form.sections.flatMap(({ pages }) => pages.flatMap(({ exits = [] }) => exits)),
    )
    expect(exits.length).toBeGreaterThan(15)
    for (const { id, ends: end } of exits)
      expect([id, end]).toEqual([id, expect.stringMatching(/^(told|elsewhere|handed-on|on-the-way)$/)])
  })
})
