// The clock of a complaint, and the ombudsman that it can go to (docs/rules/complaints.md, "Times" and "Ombudsmen").
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '#domain/day.ts'
import { pagesOf, questionsIn } from '#domain/forms/sound/places.ts'
import { isWorkingDay, workingDaysBetween } from '#domain/working-days.ts'
import { rightAfter } from '#services/complaints/casework/answers.ts'
import { consumers } from '#services/complaints/consumers.ts'
import { complaintsForm } from '#services/complaints/form/form.ts'
import { acknowledgeBy, answerDue, countsFrom, extendedTo } from '#services/complaints/rules/clock.ts'
import { abouts, ombudsmanFor, ombudsmen } from '#services/complaints/rules/ombudsmen.ts'

describe('the clock of a complaint', () => {
  it('35: one of Thursday 24 December 2026 is acknowledged by Tuesday 5 January 2027 and answered by Tuesday 19 January', () => {
    const acknowledge = acknowledgeBy('2026-12-24').value
    expect([acknowledge, answerDue(1, acknowledge).value]).toEqual(['2027-01-05', '2027-01-19'])
  })

  it.each([
    [
      'stage 1, from the day of an early acknowledgement',
      answerDue(1, countsFrom('2026-12-24', '2026-12-24')).value,
      '2027-01-12',
    ],
    [
      'stage 1, no later for a late acknowledgement',
      answerDue(1, countsFrom('2026-12-24', '2027-01-11')).value,
      '2027-01-19',
    ],
    ['stage 2, from the day on which it was asked for', answerDue(2, '2027-01-19').value, '2027-02-16'],
    ['10 more at stage 1', extendedTo(1, '2027-01-19'), '2027-02-02'],
    ['20 more at stage 2, over Easter', extendedTo(2, '2027-03-12'), '2027-04-13'],
    ['sent on a Saturday', acknowledgeBy('2027-01-09').value, '2027-01-15'],
  ])('counts %s', (_what, found, wanted) => {
    expect(found).toBe(wanted)
  })

  it('ends on a working day, so many working days after it began, whatever the day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 700 }), fc.constantFrom(1, 2), (days, stage) => {
        const from = addDays('2026-01-01', days)
        const last = answerDue(stage, from).value
        expect([isWorkingDay(last), workingDaysBetween(from, last)]).toEqual([true, stage === 1 ? 10 : 20])
      }),
      { numRuns: 60 },
    )
  })
})

describe('the ombudsman', () => {
  it.each([
    ['landlord', 'housing'],
    ['register', 'local'],
    ['planning', 'local'],
    ['appointments', 'local'],
    ['other', 'local'],
  ])('of a complaint about %s is the %s one', (about, wanted) => {
    expect(ombudsmanFor(about).value).toBe(wanted)
    expect(Object.keys(abouts)).toContain(about)
  })

  it.each(['local', 'housing'] as const)('is told with its address after each stage: %s', (id) => {
    const { web, phone, post } = ombudsmen[id]
    for (const stage of [1, 2] as const)
      for (const words of [web, phone, post]) expect(rightAfter(stage, id).words.join(' ')).toContain(words)
  })
})

describe('the form of a complaint', () => {
  it('asks nothing that nobody uses, and names nobody who uses nothing', () => {
    const asked = new Set(questionsIn(pagesOf(complaintsForm)).map(({ question }) => question.for))
    expect([...asked].toSorted()).toEqual(Object.keys(consumers).toSorted())
  })
})
