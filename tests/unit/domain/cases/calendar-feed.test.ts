// Appointments in a calendar that staff keep outside (docs/rules/bookings.md, "In one's own calendar"), read by a calendar program's own parser.
import fc from 'fast-check'
import ical from 'ical.js'
import { describe, expect, it } from 'vitest'
import { feedOf } from '#domain/cases/calendar.ts'
import type { Appointment } from '#domain/slots/appointment.ts'

const appointment = (day: string, sequence = 0): Appointment => ({
  ...{ what: 'Housing advice', place: 'dorchester', claimants: [], buckets: [], type: 'housing-advice', features: [] },
  ...{ interpreter: false, day, from: '10:00', until: '10:30', startsAt: 0, endsAt: 0 },
  ...{ calendarUid: `${day}-1000@guildhall`, calendarSequence: sequence },
})

const words = {
  title: 'Housing advice',
  place: 'Dorchester, Room 1',
  link: 'https://staff.example/desk/dorchester',
  now: 0,
}

// Alone: parsers that know the zone do not read the rules that the file has.
const eventsIn = (body: string) => {
  const calendar = new ical.Component(ical.parse(body))
  const zone = calendar.getFirstSubcomponent('vtimezone')
  if (zone !== null) ical.TimezoneService.register(zone)
  return calendar.getAllSubcomponents('vevent').map((event) => new ical.Event(event))
}

describe('A calendar that staff keep outside', () => {
  it('has each appointment at its local time on both sides of a clock change', () => {
    const days = ['2027-03-23', '2027-03-30', '2027-10-29', '2027-11-02']
    const events = eventsIn(
      feedOf(
        'Adviser',
        days.map((day) => ({ appointment: appointment(day), words })),
      ),
    )
    expect(events.map(({ startDate }) => startDate.toJSDate().toISOString().slice(0, 16))).toEqual([
      ...['2027-03-23T10:00', '2027-03-30T09:00', '2027-10-29T09:00', '2027-11-02T10:00'],
    ])
    expect(events[0]?.summary).toBe('Housing advice')
    expect(events[0]?.location).toBe('Dorchester, Room 1')
  })

  it('is valid with nobody in it, says how often to look again, and is the same file until something changes', () => {
    const empty = feedOf('Adviser', [])
    expect(eventsIn(empty)).toEqual([])
    expect(empty).toContain('REFRESH-INTERVAL;VALUE=DURATION:PT15M\r\n')
    expect(feedOf('Adviser', [])).toBe(empty)
  })

  it('has lines of 75 octets at most, whatever is in a name, and a parser reads the name back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 120 }), (name) => {
        const clean = name.replace(/[\r\n\p{Cc}]/gu, '')
        const body = feedOf('A', [{ appointment: appointment('2027-03-23'), words: { ...words, title: `T${clean}` } }])
        for (const line of body.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
        expect(eventsIn(body)[0]?.summary).toBe(`T${clean}`)
      }),
      { numRuns: 50 },
    )
  })
})
