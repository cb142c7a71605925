// In which way people came, what they did with an appointment, and how much of our time is used: apart from what is
// completed, and published without telling of few people (docs/rules/measures.md, "Ways", "Appointments").
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '#domain/day.ts'
import { answersOf } from '#domain/forms/answered/answers.ts'
import { countedFacts } from '#domain/measures/counting/case-facts.ts'
import { channels } from '#domain/measures/counting/facts.ts'
import type { CaseHistory } from '#domain/measures/counting/history.ts'
import { startFact } from '#domain/measures/counting/start-fact.ts'
import { joined, type Sums, sumsOf } from '#domain/measures/counting/sums.ts'
import { textFact } from '#domain/measures/counting/text-fact.ts'
import { isHiddenShare } from '#domain/measures/figures/hidden-shares.ts'
import { shareIn } from '#domain/measures/figures/shares.ts'
import { aheadFor, missedByChannel, missedByLead } from '#domain/measures/figures/visits.ts'
import { changesMade, waysCompleted } from '#domain/measures/published/ways.ts'
import { offeredOn } from '#domain/slots/offered.ts'
import { failureOf, reasonOf } from '#domain/texts/receipts.ts'
import { bookings } from '#services/bookings/service.ts'
import { housing } from '#services/housing/service.ts'
import { planning } from '#services/planning/service.ts'

const at = Date.parse('2026-12-07T10:00:00Z')
const minute = 60_000

const startIn = (channel?: string) => {
  const fact = startFact({
    ...{ id: 'd', service: 'bookings', version: 2, status: 'submitted', startedAt: at, touchedAt: at + minute },
    walked: channel === undefined ? {} : { channel },
  })
  return fact === undefined ? {} : sumsOf([fact], at)
}

const appointment = {
  ...{ what: 'Housing advice', place: 'dorchester', claimants: ['a'], buckets: ['1000', '1005'], type: 'housing' },
  ...{ features: [], interpreter: false, day: '2026-12-09', from: '10:00', until: '10:10', startsAt: at, endsAt: at },
  ...{ calendarUid: 'u', calendarSequence: 0 },
}

type Event = CaseHistory['events'][number]

const event = (id: number, action: string, more: Partial<Event> = {}): Event => ({
  ...{ id: String(id), at: at + id * minute, action, to: 'confirmed' },
  ...more,
})

const counted = {
  ...{ counts: bookings.workflow.counts ?? { outcomes: [], undoes: [], confirms: [], asks: [], reassesses: [] } },
  ...{ targetDays: 0, waits: () => false, open: () => true },
}

const factsOf = (events: readonly Event[], subject: Partial<CaseHistory['subject']> = {}) =>
  countedFacts(
    {
      ...{ events, notes: [] },
      subject: { reference: 'B', service: 'bookings', openedAt: at, appointment, ...subject },
    },
    counted,
  )

const sumsIn = (...given: Parameters<typeof factsOf>): Sums => sumsOf(factsOf(...given), at)

describe('a start', () => {
  it.each([
    [undefined, { 'starts.self': 1, 'done.self': 1 }],
    ['helper', { 'starts.helper': 1, 'done.helper': 1 }],
    ['with-staff', { 'starts.with-staff': 1, 'done.with-staff': 1 }],
    ['keyed', { 'starts.keyed': 1, 'done.keyed': 1, 'known.keyed': 1 }],
    ['a word of ours that is none', { 'starts.self': 1, 'done.self': 1 }],
  ])('that came as %s counts as such', (channel, sums) => {
    expect(startIn(channel)).toMatchObject({ starts: 1, 'done.28d': 1, ...sums })
  })

  it('that staff typed in stands once among all outcomes, and beside it what is only a number', () => {
    const sums = joined([
      startIn('keyed'),
      sumsIn([event(1, 'submit', { byId: 's', way: 'phone' })]),
      { 'done.paper': 7 },
    ])
    expect([sums['outcomes.A0'], shareIn.automated(sums)]).toEqual([1, { n: 0, d: 8 }])
    expect(shareIn['take-up'](sums)).toEqual({ n: 0, d: 8 })
  })
})

describe('a form', () => {
  const told = (form: typeof housing.form, id: string, typed: Readonly<Record<string, string>>) => {
    const pages = Object.fromEntries(
      form.sections.flatMap((section) =>
        section.pages
          .flatMap((page) => [page, ...(page.parts ?? [])])
          .map((page) => [
            `${section.id}/${page.id}`,
            Object.fromEntries(
              Object.keys(page.questions).flatMap((name) => (name in typed ? [[name, [typed[name] ?? '']]] : [])),
            ),
          ]),
      ),
    )
    return id === 'housing'
      ? housing.filledInBy?.(answersOf(form, { pages, items: {} }, '2026-12-07'))
      : planning.filledInBy?.(answersOf(form, { pages, items: {} }, '2026-12-07'))
  }

  it.each([
    [{ whoApplies: 'self' }, 'self'],
    [{ whoApplies: 'advocate' }, 'helper'],
    [{ whoApplies: 'officer', channel: 'inPerson' }, 'with-staff'],
    [{ whoApplies: 'officer', channel: 'phone' }, 'keyed'],
    [{ whoApplies: 'officer', channel: 'paper' }, 'paper'],
    // Left from before they said that they apply for themselves.
    [{ whoApplies: 'self', channel: 'paper' }, 'self'],
  ])('for a home that says %j is filled in as: %s', (typed, channel) => {
    expect(told(housing.form, 'housing', typed)).toBe(channel)
  })

  it.each([
    ['applicant', 'self'],
    ['agent', 'self'],
    ['proxy', 'helper'],
  ])('for planning permission that is filled in by %s is filled in as: %s', (role, channel) => {
    expect(told(planning.form, 'planning', { role })).toBe(channel)
  })
})

describe('an appointment', () => {
  const booked = event(1, 'submit')

  it('that is moved or cancelled counts on lines of its own, and never as one more booking', () => {
    const moved = [
      booked,
      event(2, 'move', { leaves: '2026-12-08' }),
      event(3, 'move-for-caller', { byId: 's', way: 'person' }),
    ]
    const sums = sumsIn([...moved, event(4, 'cancel', { to: 'cancelled' })], {
      appointment: { ...appointment, cancelled: true },
    })
    expect([sums['changes.move.self'], sums['changes.move.with-staff'], sums['changes.cancel.self']]).toEqual([1, 1, 1])
    expect([sums.outcomes, sums['outcomes.A3'], sums.starts]).toEqual([1, 1, undefined])
    expect(changesMade(sums, { hides: false }).map(({ cell }) => cell)).toEqual([1, 1, 1, 0])
  })

  it('takes time on the day that it has, and none on the days that it left', () => {
    const facts = factsOf([booked, event(2, 'move', { leaves: '2026-12-08' })])
    const days = facts.flatMap((fact) => (fact.is === 'appointment' ? [[fact.day, fact.state, fact.buckets]] : []))
    expect(days).toEqual([
      ['2026-12-08', 'moved', 0],
      ['2026-12-09', 'booked', 2],
    ])
    const back = factsOf([
      booked,
      event(2, 'move', { leaves: '2026-12-09' }),
      event(3, 'move', { leaves: '2026-12-10' }),
    ])
    expect(back.flatMap((fact) => (fact.is === 'appointment' ? [fact.day] : []))).toEqual(['2026-12-10', '2026-12-09'])
  })

  it.each([
    ['completed', { 'visits.seen': 1, 'time.booked': 2, 'time.used': 2 }],
    ['no-show', { 'visits.missed': 1, 'time.booked': 2 }],
    ['upheld', { 'visits.missed': 1, 'time.booked': 2 }],
  ])('that came to %s is booked, and used only where somebody came', (to, sums) => {
    const all = sumsIn([booked, event(2, 'x', { to })])
    expect(all).toMatchObject(sums)
    expect('time.used' in all).toBe('time.used' in sums)
  })

  it('says who missed it by how long before they chose it and how, the same as counting each by itself', () => {
    const steps = [
      { least: 0, most: 1, of: '0-1' },
      { least: 2, most: 7, of: '2-7' },
      { least: 8, most: 14, of: '8-14' },
      { least: 15, most: 28, of: '15-28' },
      { least: 29, most: 999, of: '29+' },
    ]
    const visit = fc.record({ lead: fc.nat(80), came: fc.boolean(), byPhone: fc.boolean(), moved: fc.boolean() })
    fc.assert(
      fc.property(fc.array(visit, { maxLength: 12 }), (visits) => {
        const sums = joined(
          visits.map(({ lead, came, byPhone, moved }) =>
            sumsIn(
              [
                event(1, 'submit', byPhone && !moved ? { byId: 's', way: 'phone' } : {}),
                ...(moved ? [event(2, byPhone ? 'move-for-caller' : 'move', byPhone ? { byId: 's' } : {})] : []),
                event(3, 'x', { to: came ? 'completed' : 'no-show' }),
              ],
              { appointment: { ...appointment, day: addDays('2026-12-07', lead) } },
            ),
          ),
        )
        const share = (some: typeof visits) => ({ n: some.filter(({ came }) => !came).length, d: some.length })
        const slow = steps.map(({ least, most, of }) => ({
          of,
          ratio: share(visits.filter(({ lead }) => lead >= least && lead <= most)),
        }))
        expect(missedByLead(sums)).toEqual(slow.filter(({ ratio }) => ratio.d > 0))
        const ways = [false, true].map((phone) => share(visits.filter(({ byPhone }) => byPhone === phone)))
        expect(missedByChannel(sums).map(({ ratio }) => ratio)).toEqual(ways.filter(({ d }) => d > 0))
        const ordered = visits.map(({ lead }) => lead).toSorted((a, b) => a - b)
        for (const percent of [50, 90])
          expect(aheadFor(sums, percent)).toBe(ordered[Math.ceil((ordered.length * percent) / 100) - 1])
      }),
      { numRuns: 60 },
    )
  })

  it('is never more than the time that was offered', () => {
    expect(shareIn.booked({ 'time.offered': 10, 'time.booked': 12 })).toEqual({ n: 10, d: 10 })
  })
})

describe('the time of a day', () => {
  const { timetable } = bookings.booking
  const block = {
    ...{ id: 'b', service: 'bookings', name: '', from: '2026-12-07', until: '2026-12-08', reason: '', at, by: '' },
    whole: true,
  }
  const offered = (closed: string, part: 'day' | 'morning' = 'day') =>
    offeredOn(timetable, [{ ...block, closed, part }], '2026-12-07')

  it('is the hours of all staff, without breaks, leave, closed days and what was closed', () => {
    const [shift, morning] = [(210 + 225) / 5, 240 / 5]
    const mornings = timetable.staff.filter(({ shifts }) => shifts[1]?.length === 1).length
    const all = morning * mornings + shift * (timetable.staff.length - mornings)
    expect(offeredOn(timetable, [], '2026-12-07')).toBe(all)
    expect([offered('staff:housing-1'), offered('staff:housing-1', 'morning')]).toEqual([all - shift, all - 210 / 5])
    expect(offeredOn(timetable, [{ ...block, closed: 'staff:housing-1', part: 'day' }], '2026-12-09')).toBe(all)
    expect(['2026-12-05', '2026-12-25', '2026-12-29'].map((day) => offeredOn(timetable, [], day))).toEqual([0, 0, 0])
  })
})

describe('more time that was agreed', () => {
  const day = (n: number) => at + n * 86_400_000
  const told = (when: number, agreedUntil?: string) => {
    const statutory = {
      ...{ validOn: '2026-12-07', expiresOn: '2027-02-01', alerts: [] },
      term: {
        ...{ days: 56, targetDays: 40, noticeDays: 0 },
        ...{ disregardsHolidays: false, approvedBySilence: false, committee: false },
      },
    }
    const { appointment: _, ...subject } = {
      appointment,
      statutory: { ...statutory, ...(agreedUntil === undefined ? {} : { agreedUntil }) },
    }
    return sumsIn([event(1, 'submit', { to: 'sent' }), event(2, 'grant', { at: day(when), byId: 's' })], subject)
  }

  it.each([
    [20, undefined, undefined, undefined],
    [20, '2027-01-10', 1, 1],
    [40, '2027-01-10', undefined, 1],
  ])('is counted apart, and in time until that day: after %i days, agreed until %s', (when, until, inTime, agreed) => {
    const sums = told(when, until)
    expect([sums['outcomes.in-time'], sums['outcomes.agreed']]).toEqual([inTime, agreed])
    expect(shareIn.agreed(sums)).toEqual({ n: inTime === 1 ? 1 : 0, d: agreed ?? 0 })
  })
})

describe('a text that failed', () => {
  it.each([
    ['Phone is currently unreachable/unavailable', 'unreachable'],
    ['Invalid phone number', 'no-such-address'],
    ['Phone has blocked SMS', 'blocked'],
    ['email permanent-failure', 'no-such-address'],
    ['letter validation-failed', 'refused'],
    ['Something new', 'no-reason'],
  ])('with “%s” counts as %s', (said, why) => {
    expect(failureOf(reasonOf(said))).toBe(why)
    expect(failureOf(`Not sent after 5 tries: ${reasonOf(said)}`)).toBe(why)
    const text = { id: 't', service: 'housing', category: 'essential', version: 1, madeAt: at, dueAt: at } as const
    const sums = sumsOf([textFact({ ...text, state: 'failed', reason: reasonOf(said) })], at)
    expect(sums).toEqual({ 'texts.essential.failed': 1, [`texts.why.${why}`]: 1 })
    expect(JSON.stringify(textFact({ ...text, state: 'failed', reason: reasonOf(said) }))).not.toContain('Ask them')
  })
})

describe('published ways', () => {
  const sumsWith = (counts: readonly number[], known: number): Sums => ({
    ...Object.fromEntries(channels.map((channel, at) => [`done.${channel}`, counts[at] ?? 0])),
    ...{ 'known.keyed': known, 'done.28d': counts.slice(0, 3).reduce((sum, one) => sum + one, known), starts: 900 },
  })

  it('hide a count that the others and the totals would tell', () => {
    const cells = (counts: readonly number[], known = 0) =>
      waysCompleted(sumsWith(counts, known), { hides: true }).map(({ cell }) => cell)
    expect(cells([100, 20, 30, 40, 10, 0])).toEqual([100, 20, 30, 40, 10, 0])
    expect(cells([100, 3, 30, 40, 10, 0])).toEqual([100, 'c', 'c', 40, 10, 0])
    expect(cells([100, 20, 30, 40, 3, 0])).toEqual([100, 20, 30, 'c', 'c', 0])
    // Three of the calls are cases here: what is completed here, less what is digital, would tell it.
    expect(cells([100, 20, 30, 40, 10, 0], 3)).toEqual(['c', 'c', 'c', 'c', 'c', 'c'])
    expect(isHiddenShare('assisted', sumsWith([3, 20, 30, 40, 0, 0], 0))).toBe(true)
    expect(isHiddenShare('automated', { 'outcomes.A3': 50, outcomes: 90, 'done.paper': 3 })).toBe(true)
  })

  it('never tell a hidden count to fewer than five values, whatever is tried', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9), { minLength: 6, maxLength: 6 }), fc.nat(6), (counts, part) => {
        const sums = sumsWith(counts, Math.min(part, counts[3] ?? 0))
        const cells = waysCompleted(sums, { hides: true }).map(({ cell }) => cell)
        if (cells.every((cell) => cell === 'c')) return
        const helped = isHiddenShare('assisted', sums) ? undefined : (counts[1] ?? 0) + (counts[2] ?? 0)
        for (const [from, also] of [
          [0, helped],
          [3, undefined],
        ] as const) {
          const line = counts.slice(from, from + 3)
          const shown = cells.slice(from, from + 3)
          if (shown.every((cell) => cell === 'c') && also === undefined) continue
          for (const [place, cell] of shown.entries())
            if (cell === 'c') expect(valuesAt(line, shown, place, also).size).toBeGreaterThanOrEqual(small(line, place))
            else expect(cell === 0 || cell > 4).toBe(true)
        }
      }),
      { numRuns: 150 },
    )
  })
})

// A count over 4 that is hidden only because another is may be worked out.
const small = (line: readonly number[], place: number): number =>
  (line[place] ?? 0) > 0 && (line[place] ?? 0) < 5 ? 5 : 1

// All lines with the same total, the same counts shown, and the same sum of those who had help.
const valuesAt = (
  line: readonly number[],
  shown: readonly (number | 'c')[],
  place: number,
  helped: number | undefined,
): ReadonlySet<number> => {
  const total = line.reduce((sum, one) => sum + one, 0)
  const found = new Set<number>()
  for (let a = 0; a <= total; a += 1)
    for (let b = 0; a + b <= total; b += 1) {
      const other = [a, b, total - a - b]
      const fits = other.every((count, at) => shown[at] === 'c' || shown[at] === count)
      if (fits && (helped === undefined || (other[1] ?? 0) + (other[2] ?? 0) === helped)) found.add(other[place] ?? 0)
    }
  return found
}
