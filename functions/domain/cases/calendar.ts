// Appointments for a calendar (RFC 5545): a stable UID, a SEQUENCE that only grows, and the STATUS
// that says where one was cancelled.
import type { Appointment } from '../slots/appointment.ts'

export type CalendarWords = {
  readonly title: string
  readonly place: string
  readonly link: string
  readonly now: number
}

export const calendarOf = (appointment: Appointment, words: CalendarWords): string =>
  written([...eventOf(appointment, words)])

// What a member of staff's own calendar asks for again and again. Each event's `now` is when it last
// changed, so that the same events are the same file.
export const feedOf = (
  name: string,
  events: readonly { readonly appointment: Appointment; readonly words: CalendarWords }[],
): string =>
  written(
    events.flatMap(({ appointment, words }) => eventOf(appointment, words)),
    // How often to look again: RFC 7986, 5.7, and what programs that are older than it read.
    [
      `NAME:${escaped(name)}`,
      `X-WR-CALNAME:${escaped(name)}`,
      'REFRESH-INTERVAL;VALUE=DURATION:PT15M',
      'X-PUBLISHED-TTL:PT15M',
    ],
  )

const written = (events: readonly string[], about: readonly string[] = []): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Guildhall//Appointments//EN',
    'CALSCALE:GREGORIAN',
    // With no organiser and nobody invited it is published: REQUEST and CANCEL need both (RFC 5546, 3.2.1).
    'METHOD:PUBLISH',
    ...about,
    ...london,
    ...events,
    'END:VCALENDAR',
    '',
  ]
    .map(folded)
    .join('\r\n')

const eventOf = (appointment: Appointment, words: CalendarWords): readonly string[] => [
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
]
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

// Lines of at most 75 octets, never broken within a letter; the space that a folded line begins with is one of them.
const folded = (line: string): string => {
  const lines = ['']
  let octets = 0
  for (const letter of line) {
    const more = octetsOf(letter)
    if (octets + more > 75) {
      lines.push(' ')
      octets = 1
    }
    lines[lines.length - 1] += letter
    octets += more
  }
  return lines.join('\r\n')
}

const octetsOf = (letter: string): number => {
  const point = letter.codePointAt(0) ?? 0
  if (point < 0x80) return 1
  if (point < 0x800) return 2
  return point < 0x10000 ? 3 : 4
}
