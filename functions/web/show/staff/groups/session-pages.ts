// Workshops and other sessions: which come, and one with whoever has a seat.
import type { Case } from '#domain/cases/case.ts'
import { addDays, type Day, inFullWords } from '#domain/day.ts'
import { timeInWords } from '#domain/forms/fields/slot-time.ts'
import type { Problem } from '#domain/forms/kind.ts'
import type { Timetable } from '#domain/slots/timetable.ts'
import type { Seating, Workshop } from '#domain/slots/workshop.ts'
import type { Bookable } from '#services/service.ts'
import type { SessionSeen } from '#usecases/booking/groups/sessions.ts'
import type { Variables } from '#web/template-runtime.ts'
import { onOneLine } from '../../controls/entered.ts'
import { type StaffAround, staffPage } from '../around.ts'

export const workshopsAt = '/desk/sessions'

export const workshopAt = ({ id }: Pick<Workshop, 'id'>): string => `${workshopsAt}/${encodeURIComponent(id)}`

export type WorkshopListPage = {
  readonly around: StaffAround
  readonly service: Bookable
  readonly seen: readonly SessionSeen[]
  // The weeks that are shown begin on it.
  readonly from: Day
  readonly days: number
  readonly today: Day
  readonly runs: boolean
  readonly tallies: readonly { readonly text: string; readonly href: string }[]
  // What was just made, and what could not be.
  readonly told?: string
}

export const workshopListPage = (page: WorkshopListPage): string => {
  const { service, seen, from, days, today, runs, tallies, told } = page
  const { timetable } = service.booking
  const title = 'Workshops'
  const on = (day: Day): string => `${workshopsAt}?from=${day}`
  return staffPage(
    'groups/sessions',
    page.around,
    { title },
    {
      ...{ title, tallies, told },
      make: runs ? `${workshopsAt}/new` : undefined,
      span: `From ${inFullWords(from)} to ${inFullWords(addDays(from, days - 1))}`,
      earlier: from > today ? on(addDays(from, -days)) : undefined,
      later: on(addDays(from, days)),
      rows: seen.map(({ session, seating, closed }) => ({
        href: workshopAt(session),
        what: workshopName(timetable, session),
        when: timesOf(session),
        day: inFullWords(session.day),
        where: timetable.places[session.place]?.name ?? session.place,
        seats: seatsInWords(seating),
        state: stateOf(seating, closed),
      })),
    },
  )
}

const stateOf = (seating: Seating, closed: boolean): Variables => {
  if (closed) return { text: 'Cancelled', colour: 'red' }
  return seating.left === 0 ? { text: 'Full', colour: 'orange' } : { text: 'Places left', colour: 'green' }
}

export type SessionPage = {
  readonly around: StaffAround
  readonly service: Bookable
  readonly session: Workshop
  readonly seating: Seating
  readonly attendees: readonly Case[]
  readonly runs: boolean
  // Whoever comes can be ticked now, by this person.
  readonly ticks: boolean
  readonly takesIn: boolean
  // Where it is seen what is done for each, where it was cancelled.
  readonly block?: string
  readonly past: boolean
  // Of the same series.
  readonly others: readonly Workshop[]
  readonly problems: readonly Problem[]
  readonly typed: { readonly seats: string }
  readonly told?: string
}

export const sessionPage = (page: SessionPage): string => {
  const { service, session, seating, ticks, block, problems, typed, told } = page
  const { timetable } = service.booking
  const title = workshopName(timetable, session)
  const at = workshopAt(session)
  return staffPage(
    'groups/session',
    page.around,
    { title, failed: problems.length > 0 },
    {
      ...{ title, at, ticks, told, block, typed },
      caption: `${timesOf(session)}, ${inFullWords(session.day)}`,
      details: detailsOf(page),
      problems: problems.map(({ field, words }) => ({ text: words, href: `#${field}` })),
      problem: problems.find(({ field }) => field === 'seats')?.words,
      rows: page.attendees.map((subject) => attendeeShown(service, subject)),
      ...deedsOf(page),
      seatsTaken: seatsInWords(seating),
      others: page.others.map((other) => ({
        text: `${inFullWords(other.day)}, ${timesOf(other)}`,
        href: workshopAt(other),
      })),
    },
  )
}

// What is past, or does not take place, is not changed.
const deedsOf = ({ service, session, runs, past, block, ticks, takesIn }: SessionPage): Variables => ({
  came: session.cameBy?.length ?? 0,
  takesIn: takesIn && ticks,
  ...(runs && !past && block === undefined
    ? {
        resizes: true,
        cancel: `/desk/closed/new?${new URLSearchParams({ service: service.id, session: session.id })}`,
      }
    : {}),
})

const detailsOf = ({ service, session, seating }: SessionPage): readonly Variables[] => {
  const { timetable } = service.booking
  const names = [...timetable.rooms, ...timetable.staff].filter(({ id }) => session.takes.includes(id))
  return [
    { question: 'Where', lines: [timetable.places[session.place]?.name ?? session.place] },
    { question: 'Room and leader', lines: names.map(({ id, name = id }) => name), empty: 'None that is booked here' },
    { question: 'Seats', lines: [seatsInWords(seating)] },
    { question: 'For people who come without a place', lines: [String(session.spare)] },
  ]
}

const attendeeShown = (service: Bookable, subject: Case): Variables => {
  const { label = 'Unknown', tag = 'grey' } = service.workflow.states[subject.state] ?? {}
  const told = subject.record.sections.flatMap(({ parts }) => parts.flatMap(({ entries }) => entries))
  return {
    ...{ reference: subject.reference, name: onOneLine(subject.title) },
    href: `/cases/${encodeURIComponent(subject.reference)}`,
    seats: subject.appointment?.seats === 2 ? '2: somebody comes with them' : '1',
    needs: service.booking.needs?.(told) ?? [],
    state: { text: label, colour: tag },
    comes: service.workflow.states[subject.state]?.open === true,
  }
}

export const workshopName = ({ types }: Timetable, { type }: Workshop): string => types[type]?.name ?? type

// "10am to midday"
export const timesOf = ({ from, until }: Pick<Workshop, 'from' | 'until'>): string =>
  `${timeInWords(from)} to ${timeInWords(until)}`

const seatsInWords = ({ offered, taken }: Seating): string => `${taken} of ${offered} taken`
