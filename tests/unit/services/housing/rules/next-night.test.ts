import { describe, expect, it } from 'vitest'
import { addDays } from '#domain/day.ts'
import type { Lookup } from '#domain/forms/condition.ts'
import { onDay } from '#services/housing/rules/ground/table.ts'
import { housingNextNight } from '#services/housing/rules/next-night.ts'
import { housingTonight } from '#services/housing/rules/tonight.ts'
import { seeded } from '#tests/support/faults/proxy.ts'
import { answers, british } from '#tests/support/people/housing-answers.ts'
import { applicant, ordinary } from '#tests/support/people/random-applicants.ts'

const today = '2026-11-23'

const child = (dateOfBirth: string) => ({ firstName: 'Cy', lastName: 'Okoro', dateOfBirth, relationship: 'child' })
const next = (given: Readonly<Record<string, unknown>>, people: readonly Readonly<Record<string, unknown>>[] = []) =>
  housingNextNight(answers({ ...british, dateOfBirth: '1988-06-15', ...given }, { people }), today, [])

describe('the next night on which an application is looked at', () => {
  it.each([
    ['the applicant’s birthday', next({}), '2027-06-15'],
    ['a child’s tenth', next({}, [child('2017-01-20')]), '2027-01-20'],
    ['a brother’s 21st', next({}, [child('2005-12-01')]), '2026-12-01'],
    ['1 March, of a child who was born on a leap day', next({}, [child('2016-02-29')]), '2027-06-15'],
    ['1 March in a year without a leap day', next({ dateOfBirth: '1988-02-29' }), '2027-03-01'],
    ['the day that permission to stay ends', next({ leaveExpires: '2027-02-03' }), '2027-02-03'],
    ['56 days before a home must be left', next({ toldToLeave: 'yes', leaveBy: '2027-03-01' }), '2027-01-04'],
    ['tomorrow, while a child is expected', next({ pregnant: 'yes', babyDue: '2027-04-01' }), '2026-11-24'],
    ['no sooner, once the day that was told is past', next({ babyDue: '2026-10-01' }), '2027-06-15'],
  ])('is %s', (_what, day, expected) => {
    expect(day).toBe(expected)
  })

  it('leaves out no night on which the date alone would have changed something, of 24 applicants by chance over a year', () => {
    const chance = seeded(11)
    const pick = (count: number): number => Math.floor(chance() * count)
    const missed: string[] = []
    let found = 0
    for (let number = 0; number < 24; number += 1) {
      const person = applicant(pick, today, ordinary)
      for (const [from, day] of nightsOf(person)) {
        found += 1
        const told = housingNextNight(onDay(person, from), from, [])
        if (told === undefined || told > day) missed.push(`${number}: ${day} was missed, after ${from}: ${told}`)
      }
    }
    expect(missed).toEqual([])
    expect(found).toBeGreaterThan(5)
  })
})

// Each night that changes something, with the night of the last look before it: the day before.
const nightsOf = (person: Lookup): readonly (readonly [string, string])[] =>
  Array.from({ length: 365 }, (_, at) => addDays(today, at)).flatMap((from) => {
    const day = addDays(from, 1)
    return housingTonight(onDay(person, day), { since: from, today: day }, []).length > 0 ? [[from, day] as const] : []
  })
