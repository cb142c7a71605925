// An appointment for a calendar (RFC 5545): a stable UID, a SEQUENCE that only grows, and the STATUS
// that says where it was cancelled.
import type { Appointment } from '../slots/appointment.ts'

export type CalendarWords = {
  readonly title: string
  readonly place: string
  readonly link: string
  readonly now: number
}

export const calendarOf = (appointment: Appointment, words: CalendarWords): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Guildhall//Appointments//EN',
    'CALSCALE:GREGORIAN',
    // With no organiser and nobody invited it is published: REQUEST and CANCEL need both (RFC 5546, 3.2.1).
    'METHOD:PUBLISH',
    ...london,
    'BEGIN:VEVENT',
    `UID:${appointment.calendarUid}`,
    `SEQUENCE:${appointment.calendarSequence}`,
    `DTSTAMP:${new Date(words.now).toISOString().replace(/[-:]|\.\d{3}/g, '')}`,
    `DTSTART;TZID=Europe/London:${local(appointment.day, appointment.from)}`,
    `DTEND;TZID=Europe/London:${local(appointment.day, appointment.until)}`,
    `SUMMARY:${escaped(words.title)}`,
    `LOCATION:${escaped(words.place)}`,
    `URL:${words.link}`,
    `STATUS:${appointment.cancelled === true ? 'CANCELLED' : 'CONFIRMED'}`,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]
    .map(folded)
    .join('\r\n')

// The rules of the zone since 1996: the last Sundays of March and October.
const london = [
  'BEGIN:VTIMEZONE',
  'TZID:Europe/London',
  'BEGIN:DAYLIGHT',
  'TZNAME:BST',
  'TZOFFSETFROM:+0000',
  'TZOFFSETTO:+0100',
  'DTSTART:19960331T010000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'TZNAME:GMT',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0000',
  'DTSTART:19961027T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'END:STANDARD',
  'END:VTIMEZONE',
]

const local = (day: string, time: string): string => `${day.replaceAll('-', '')}T${time.replace(':', '')}00`

const escaped = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replaceAll('\n', '\\n')

// Lines of at most 75 octets; our words are ASCII but for names of places.
const folded = (line: string): string => line.replace(/(.{70})(?=.)/gu, '$1\r\n ')
