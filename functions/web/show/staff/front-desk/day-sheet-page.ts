// The list of a day at a place: a table by time, cards on a phone, and a page of paper with room to write.
import type { Case } from '#domain/cases/case.ts'
import { markersOn, markerWords } from '#domain/cases/desk/markers.ts'
import { addDays, type Day, inFullWords } from '#domain/day.ts'
import { timeInWords } from '#domain/forms/fields/slot-time.ts'
import { londonDay, londonTime } from '#domain/london.ts'
import type { Appointment } from '#domain/slots/appointment.ts'
import { type Block, partInWords } from '#domain/slots/block.ts'
import { extraReasons, togetherWith } from '#domain/slots/extra.ts'
import type { Place } from '#domain/slots/rota.ts'
import { type Timetable, timetableOn } from '#domain/slots/timetable.ts'
import type { SheetRow } from '#usecases/booking/day-sheet.ts'
import type { Variables } from '#web/template-runtime.ts'
import { phoneEnding } from '../../citizen/masked.ts'
import { onOneLine } from '../../controls/entered.ts'
import { moment } from '../../when.ts'
import { type StaffAround, staffPage } from '../around.ts'

export type DesksPage = {
  readonly around: StaffAround
  readonly places: readonly { readonly name: string; readonly href: string }[]
  // The services that this person may book for a caller.
  readonly books: readonly { readonly id: string; readonly name: string }[]
  // Where this person closes time of appointments.
  readonly closed?: string
  // Where they have appointments in a calendar of their own.
  readonly calendars?: string
  // Where they see rooms, equipment and interpreters to confirm.
  readonly resources?: string
  // Where they read or change timetables.
  readonly timetable?: string
  // Where workshops are.
  readonly sessions?: string
}

export const desksPage = ({ around, ...body }: DesksPage): string => {
  const title = 'Front desk'
  return staffPage('front-desk/desks', around, { title }, { title, ...body })
}

export type DaySheetPage = {
  readonly around: StaffAround
  readonly place: Place
  readonly day: Day
  readonly rows: readonly SheetRow[]
  // What is closed here on this day.
  readonly closed: readonly Block[]
  // Milliseconds.
  readonly now: number
  // This page, and the page of another day.
  readonly at: string
  readonly sheetOn: (day: Day) => string
  // Today: the code of the day and its sign, and who came without an appointment.
  readonly desk?: { readonly code: string; readonly sign: string; readonly walkIns: string }
  // Where this person closes the place on this day.
  readonly close?: string
  // Only those in this state.
  readonly state?: string
  // The reference of the appointment that something was just done about.
  readonly done?: string
}

export const daySheetPage = (given: DaySheetPage): string => {
  const { around, place, day, rows, now, sheetOn, state } = given
  const title = `${place.name}, ${inFullWords(day)}`
  const shown = rows.filter(({ subject }) => state === undefined || subject.state === state)
  return staffPage(
    'front-desk/day-sheet',
    around,
    { title },
    {
      ...{ title, desk: given.desk, close: given.close },
      told: toldOf(given),
      closed: given.closed.map((block) => `${block.name}. ${partInWords(block)}. ${block.reason}`),
      states: statesOf(given),
      all: state === undefined ? undefined : given.at,
      rows: shown.map((row) => rowShown(row, given)),
      refresh: state === undefined ? given.at : `${given.at}?${new URLSearchParams({ state })}`,
      before: { text: 'Day before', href: sheetOn(addDays(day, -1)) },
      today: day === londonDay(now) ? undefined : sheetOn(londonDay(now)),
      after: { text: 'Day after', href: sheetOn(addDays(day, 1)) },
      asOf: moment(now),
    },
  )
}

// "Ada Okoro, 10am: Here"
const toldOf = ({ rows, done }: DaySheetPage): string | undefined => {
  const row = rows.find(({ subject }) => subject.reference === done)
  return row && `${onOneLine(row.subject.title)}, ${timeInWords(row.appointment.from)}: ${stateOf(row).label}`
}

// How many stand in each state, in the order of the workflow.
const statesOf = ({ rows, at, state }: DaySheetPage): readonly Variables[] =>
  [...new Set(rows.map(({ subject }) => subject.state))].map((id) => {
    const those = rows.filter(({ subject }) => subject.state === id)
    const [first] = those
    return {
      text: first === undefined ? id : stateOf(first).label,
      count: String(those.length),
      href: `${at}?${new URLSearchParams({ state: id })}`,
      current: id === state,
    }
  })

const unknown = { label: 'Unknown', tag: 'grey' } as const

const stateOf = ({ service, subject }: SheetRow) => service.workflow.states[subject.state] ?? unknown

const rowShown = (row: SheetRow, { at, now, rows }: DaySheetPage): Variables => {
  const { subject, appointment, service, actions } = row
  const { label, tag } = stateOf(row)
  const here = `/cases/${encodeURIComponent(subject.reference)}`
  return {
    time: `${timeInWords(appointment.from)} to ${timeInWords(appointment.until)}`,
    ...besideShown(appointment, rows),
    ...{ name: onOneLine(subject.title), reference: subject.reference, href: here },
    phone: subject.applicant.phone === undefined ? undefined : phoneEnding(subject.applicant.phone),
    markers: markersOn(subject, londonDay(now)).map(({ kind }) => markerWords[kind]),
    what: appointment.what,
    ...metBy(timetableOn(service.booking.timetable, appointment.day), appointment),
    needs: [...(service.booking.needs?.(toldIn(subject)) ?? []), ...interpreterShown(appointment)],
    state: { text: label, colour: tag },
    since: subject.state === 'checked-in' ? `Since ${timeInWords(londonTime(subject.changedAt))}` : undefined,
    version: subject.version,
    actions: actions.map(({ id, label: text, needs }) => ({
      text,
      // What asks nothing is done by a button; the rest on a page of its own.
      post: needs === undefined ? `${here}/actions/${id}` : undefined,
      href: `${here}/actions/${id}?${new URLSearchParams({ sheet: at })}`,
    })),
    sheet: at,
  }
}

// "2 at 10am", and why the later one was booked.
const besideShown = (appointment: Appointment, rows: DaySheetPage['rows']): Variables => {
  const together = rows.map((row) => row.appointment).filter((other) => other.claimants[0] === appointment.claimants[0])
  const count = appointment.cancelled === true ? 1 : togetherWith(appointment, together)
  const why = appointment.extra && [extraReasons[appointment.extra.reason], appointment.extra.note].filter(Boolean)
  return count < 2 ? {} : { beside: `${count} at ${timeInWords(appointment.from)}`, besideWhy: why?.join('. ') }
}

const interpreterShown = ({ interpreter, interpreterBy }: Appointment): readonly string[] => {
  if (!interpreter) return []
  return [interpreterBy === undefined ? 'Interpreter not confirmed' : `Interpreter: ${interpreterBy.supplier}`]
}

// With whom, in which room, and with what else.
const metBy = ({ staff, rooms, resources = [] }: Timetable, { claimants }: Appointment) => {
  const namesIn = (of: readonly { readonly id: string; readonly name?: string }[]) =>
    of.filter(({ id }) => claimants.includes(id)).map(({ id, name }) => name ?? id)
  return { with: namesIn(staff).join(', '), room: namesIn([...rooms, ...resources]).join(', ') }
}

const toldIn = ({ record }: Case) => record.sections.flatMap(({ parts }) => parts.flatMap(({ entries }) => entries))
