import { expect, test } from 'vitest'
import { addDays } from '#domain/day.ts'
import { answersOf } from '#domain/forms/answered/answers.ts'
import type { Saved } from '#domain/forms/answered/saved.ts'
import { housingForm } from '#services/housing/form/form.ts'
import { assess } from '#services/housing/rules/assess.ts'
import type { Award } from '#services/housing/rules/banding/awards.ts'
import { onDay } from '#services/housing/rules/ground/table.ts'
import { housingNextNight } from '#services/housing/rules/next-night.ts'
import { changesSince, type Registered } from '#services/housing/rules/nightly.ts'
import { housingPackOn } from '#services/housing/rules/packs/housing-packs.ts'
import { housingTonight } from '#services/housing/rules/tonight.ts'
import { answers, british, livedHereSince } from '#tests/support/people/housing-answers.ts'

type Given = Readonly<Record<string, unknown>>

const child = (firstName: string, sex: string, dateOfBirth: string): Given => ({
  firstName,
  lastName: 'Okoro',
  sex,
  dateOfBirth,
  relationship: 'child',
  livesWithYou: 'yes',
  childTime: 'all',
})

const family = (people: readonly Given[], given: Given = {}, awards: readonly Award[] = []): Registered => ({
  reference: 'H-1',
  answers: answers(
    { ...british, dateOfBirth: '1988-06-15', ...given },
    { people, 'address-history': [livedHereSince('2010-01-01')] },
  ),
  awards,
  agreed: [],
})

const on = (day: string, registered: Registered) => changesBetween(addDays(day, -1), day, registered)

const changesBetween = (since: string, today: string, registered: Registered) =>
  changesSince(registered, { since, today }, housingPackOn).map(({ why, words }) => `${why}: ${words}`)

const boyAndGirl = family([child('Cy', 'male', '2018-03-01'), child('Di', 'female', '2017-01-20')])

test('on a 10th birthday a boy and a girl no longer share, and the need grows', () => {
  expect(on('2027-01-19', boyAndGirl)).toEqual([])
  expect(on('2027-01-20', boyAndGirl)).toEqual([
    'birthday: Di Okoro is 10 today.',
    'need: The household now needs 3 bedrooms, not 2.',
  ])
  expect(on('2027-01-21', boyAndGirl)).toEqual([])
})

test('a change of need is for the applicant too', () => {
  const days = { since: '2027-01-19', today: '2027-01-20' }
  expect(changesSince(boyAndGirl, days, housingPackOn).map((change) => change.tell)).toEqual([
    'officer',
    'officer-and-applicant',
  ])
})

test('on a 21st birthday a brother has a room of his own', () => {
  const brothers = family([child('Cy', 'male', '2006-03-01'), child('Ed', 'male', '2012-01-20')])
  expect(on('2027-03-01', brothers)).toEqual([
    'birthday: Cy Okoro is 21 today.',
    'need: The household now needs 3 bedrooms, not 2.',
  ])
})

test('a 16th birthday is for an officer: papers of one’s own', () => {
  expect(on('2028-03-01', family([child('Cy', 'male', '2012-03-01')]))).toEqual(['birthday: Cy Okoro is 16 today.'])
})

test('a birthday on 29 February is kept on 1 March', () => {
  const leap = family([child('Cy', 'male', '2016-02-29'), child('Di', 'female', '2017-05-05')])
  expect(on('2026-02-28', leap)).toEqual([])
  expect(on('2026-03-01', leap)[0]).toBe('birthday: Cy Okoro is 10 today.')
})

const award: Award = { code: 'A-EXC', on: '2026-09-01', by: 'R Moss', roles: ['team-manager'], reason: 'Refuge' }

test('an award that ends is announced 14 days before, and the band falls on the day', () => {
  const urgent = family([], {}, [award])
  expect(on('2026-11-17', urgent)).toEqual([
    expect.stringMatching(/^award-ends-soon: An award ends on 1 December 2026. It is for: Exceptional need/),
  ])
  expect(on('2026-11-30', urgent)).toEqual([])
  expect(on('2026-12-01', urgent)).toEqual([
    expect.stringMatching(/^award-ended: An award ended today. It was for: Exceptional need/),
    'band: The band would be Band D – Low Housing Need, not Band A – Exceptional Housing Need.',
  ])
})

test('leave that ends brings the case to an officer', () => {
  expect(on('2027-05-01', family([], { leaveExpires: '2027-05-01' }))).toEqual([
    'leave-ends: Permission to stay ends today. Check eligibility again.',
  ])
})

test('a baby who begins to count changes the need on that day', () => {
  const expecting = family([], { pregnant: 'yes', babyDue: '2027-04-25' })
  const days = Array.from({ length: 200 }, (_, at) => addDays('2026-10-01', at)).filter(
    (day) => on(day, expecting).length > 0,
  )
  expect(days).toEqual([addDays('2027-04-25', -16 * 7)])
})

test('a new scheme brings every case to an officer on its first day', () => {
  expect(on('2026-04-01', family([]))).toEqual([
    'scheme: Dorset Council housing allocation scheme 2026 to 2031 begins today.',
  ])
})

test('no change of need over eleven years is missed by the nightly look', () => {
  const people = [
    child('Cy', 'male', '2018-03-01'),
    child('Di', 'female', '2017-01-20'),
    child('Ed', 'male', '2009-08-08'),
    child('Fay', 'female', '2012-02-29'),
  ]
  const big = family(people, { pregnant: 'yes', babyDue: '2026-12-25' })
  const needOn = (day: string): number =>
    assess(onDay(big.answers, day), { today: day, pack: housingPackOn(day) }).need.value.rooms
  const days = Array.from({ length: 4000 }, (_, at) => addDays('2026-04-02', at))
  const moved = days.filter((day) => needOn(day) !== needOn(addDays(day, -1)))
  const told = days.filter((day) => on(day, big).some((line) => line.startsWith('need')))
  expect(moved.length).toBeGreaterThan(1)
  expect(told).toEqual(moved)
})

test('an officer hears that a child in shared care is 18', () => {
  const shared = family([{ ...child('Cy', 'male', '2008-12-05'), childTime: 'shared', childNights: 2 }])
  expect(on('2026-12-05', shared)).toEqual([
    'birthday: Cy Okoro is 18 today.',
    'need: The household now needs 2 bedrooms, not 1.',
  ])
})

test('is told so by the form’s own answers, though it asks nobody of 18 whose care they share', () => {
  const born = (year: string) => ({ 'dateOfBirth-day': ['5'], 'dateOfBirth-month': ['12'], 'dateOfBirth-year': [year] })
  const saved: Saved = {
    items: { people: ['1'] },
    pages: {
      'about-you/date-of-birth': born('1980'),
      'about-you/household': { othersMove: ['yes'] },
      'people/1/name': { firstName: ['Cy'], lastName: ['Okoro'] },
      'people/1/date-of-birth': born('2008'),
      'people/1/relationship': { relationship: ['child'] },
      'people/1/child': { childTime: ['shared'], childNights: ['2'], childBenefitTo: ['outside'] },
    },
  }
  const before = answersOf(housingForm, saved, '2026-12-04')
  const after = answersOf(housingForm, saved, '2026-12-05')
  const shared = (from: typeof before) => from.items('people').map(({ answer }) => answer('childTime'))
  expect([shared(before), shared(after)]).toEqual([['shared'], [undefined]])
  expect(housingNextNight(before, '2026-12-04', [])).toBe('2026-12-05')
  const days = { since: '2026-12-04', today: '2026-12-05' }
  expect(housingTonight(after, days, []).map(({ words }) => words)[0]).toBe('Cy Okoro is 18 today.')
})

test('a room for a carer that an officer agreed counts on every night', () => {
  const given = { hasHealthNeed: 'yes', overnightCarer: 'yes', carerNights: 4 }
  const agreed: Registered = { ...family([], given), agreed: [{ code: 'carer', who: 'You' }] }
  const found = assess(agreed.answers, {
    today: '2026-12-05',
    pack: housingPackOn('2026-12-05'),
    agreed: agreed.agreed,
  })
  expect(found.need.value).toMatchObject({ rooms: 2, ifAgreed: 2 })
})
