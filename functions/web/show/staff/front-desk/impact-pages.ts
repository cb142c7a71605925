// What is done for whoever is booked in time that was closed: deciding it for all of them, seeing what is sent, and the calls to make.
import { mayCall, otherWayInWords } from '#domain/cases/contact.ts'
import { inWords } from '#domain/day.ts'
import { timeInWords } from '#domain/forms/fields/slot-time.ts'
import type { Appointment } from '#domain/slots/appointment.ts'
import type { Block } from '#domain/slots/block.ts'
import { whenOf } from '#domain/slots/booking-shown.ts'
import type { Impact, ImpactEnd, ImpactStage, ProposedTreatment, Treatment, WhyTreated } from '#domain/slots/impact.ts'
import type { Slot, Timetable } from '#domain/slots/timetable.ts'
import type { BookedInBlock } from '#usecases/booking/close-time.ts'
import type { Variables } from '#web/template-runtime.ts'
import { phoneEnding } from '../../citizen/masked.ts'
import { onOneLine } from '../../controls/entered.ts'
import { moment } from '../../when.ts'
import { type StaffAround, staffPage } from '../around.ts'

export const stagesInWords: Readonly<Record<ImpactStage, string>> = {
  open: 'Nothing decided yet',
  chosen: 'Decided, and not done yet',
  asked: 'Told by text, no answer yet',
  'to-call': 'To call',
  ended: 'Settled',
}

const endsInWords: Readonly<Record<ImpactEnd, string>> = {
  swapped: 'Same time with somebody else or in another room',
  kept: 'Keeps the new time',
  changed: 'Has another time',
  cancelled: 'Cancelled',
  opened: 'The time was opened again',
}

const whyInWords: Readonly<Record<WhyTreated, string>> = {
  soon: 'It is within 24 hours',
  'no-text': 'There is no number that is safe to text',
  'text-failed': 'A text to them did not arrive',
  interpreter: 'An interpreter is booked with it',
  two: 'They are met by two members of staff',
  restricted: 'The case is restricted',
  'moved-before': 'We have moved them before',
  'same-time': 'The same time is free with somebody else or in another room',
  near: 'A time like it is free within 5 working days',
  'none-near': 'No time like it is free within 5 working days',
}

const treatmentsInWords: Readonly<Record<Treatment, string>> = {
  swap: 'same time',
  move: 'moved',
  link: 'asked to choose',
  call: 'to call',
}

// "4 people: 1 same time, 2 moved, 1 to call"
export const sumInWords = (all: readonly Treatment[]): string => {
  const parts = (['swap', 'move', 'link', 'call'] as const).flatMap((one) => {
    const count = all.filter((is) => is === one).length
    return count === 0 ? [] : [`${count} ${treatmentsInWords[one]}`]
  })
  return `${all.length === 1 ? '1 person' : `${all.length} people`}: ${parts.join(', ')}`
}

export const outcomeOf = (impact: Impact | undefined, stage: ImpactStage): string => {
  if (impact?.ended === undefined) return stagesInWords[stage]
  const { as, by, at } = impact.ended
  return `${endsInWords[as]} (${by}, ${moment(at)})`
}

// What a field keeps of a choice: "move.2026-12-04.0930.housing-1.dor-room-1".
export const choiceValue = (is: Treatment, slot?: Slot): string =>
  slot === undefined ? is : `${is}.${slot.day}.${slot.id}`

export type TreatPage = {
  readonly around: StaffAround
  readonly block: Block
  readonly timetable: Timetable
  readonly rows: readonly { readonly booked: BookedInBlock; readonly proposed: ProposedTreatment }[]
  readonly can: ReadonlySet<Treatment>
  readonly action: string
  // Why nothing was done.
  readonly problem?: string
}

export const treatPage = (given: TreatPage): string => {
  const { around, block, rows, action, problem } = given
  const title = 'What to do for whoever is booked'
  return staffPage(
    'front-desk/treat',
    around,
    { title, failed: problem !== undefined },
    {
      ...{ title, action, caption: onOneLine(`Closed: ${block.name}`) },
      problems:
        problem === undefined ? [] : [{ text: problem, href: `#${treatmentFieldOf(rows[0]?.proposed.reference)}` }],
      sum: sumInWords(rows.map(({ proposed }) => proposed.is)),
      rows: rows.map((row) => rowShown(row, given)),
    },
  )
}

export const treatmentFieldOf = (reference = ''): string => `for-${reference}`

const rowShown = ({ booked, proposed }: TreatPage['rows'][number], { timetable, can }: TreatPage): Variables => {
  const { is, why, swap, move, reference } = proposed
  const options = [
    ...(swap === undefined ? [] : [option('swap', `Same time ${withWhom(timetable, swap)}`, swap)]),
    ...(move === undefined ? [] : [option('move', `Move to ${whenOf(move)}`, move)]),
    ...(can.has('link') ? [option('link', 'Ask them to choose another time')] : []),
    option('call', 'Call them'),
  ]
  return {
    ...whoShown(booked),
    why: whyInWords[why],
    field: treatmentFieldOf(reference),
    options: options.map((one) => ({ ...one, selected: one.is === is })),
  }
}

const option = (is: Treatment, text: string, slot?: Slot) => ({ is, text, value: choiceValue(is, slot) })

const withWhom = ({ staff, rooms, resources = [] }: Timetable, { claimants }: Pick<Slot, 'claimants'>): string => {
  const names = [...staff, ...rooms, ...resources]
    .filter(({ id }) => claimants.includes(id))
    .map(({ id, name }) => name ?? id)
  return `with ${names.join(', ')}`
}

export const whoShown = ({ subject, appointment }: BookedInBlock): Variables => ({
  when: `${timeInWords(appointment.from)} to ${timeInWords(appointment.until)}, ${inWords(appointment.day)}`,
  ...{ name: onOneLine(subject.title), reference: subject.reference },
  href: `/cases/${encodeURIComponent(subject.reference)}`,
  what: appointment.what,
  how: howToReach(subject.applicant),
})

const howToReach = (applicant: BookedInBlock['subject']['applicant']): string =>
  mayCall(applicant) && applicant.phone !== undefined
    ? `Call the ${phoneEnding(applicant.phone)}`
    : otherWayInWords(applicant, 'text')

export type ToSend = {
  readonly booked: BookedInBlock
  readonly is: Treatment
  readonly value: string
  readonly words: string
  // As it will go out.
  readonly text?: string
}

export type TreatPreviewPage = {
  readonly around: StaffAround
  readonly rows: readonly ToSend[]
  readonly action: string
}

export const treatPreviewPage = ({ around, rows, action }: TreatPreviewPage): string => {
  const title = 'Check what is done and sent'
  const texts = rows.filter(({ text }) => text !== undefined).length
  return staffPage(
    'front-desk/treat-preview',
    around,
    { title },
    {
      ...{ title, action, sum: sumInWords(rows.map(({ is }) => is)) },
      texts: texts === 1 ? '1 text is sent.' : `${texts} texts are sent.`,
      rows: rows.map(({ booked, words, text, value }) => ({
        ...whoShown(booked),
        ...{ words, text, value, field: treatmentFieldOf(booked.subject.reference) },
      })),
    },
  )
}

export const choiceInWords = (is: Treatment, appointment: Pick<Appointment, 'day' | 'from'> | undefined): string => {
  if (is === 'move' && appointment !== undefined) return `Moved to ${whenOf(appointment)}`
  if (is === 'swap') return 'Same time, with somebody else or in another room'
  return is === 'link' ? 'Asked to choose another time' : 'Put on the list of calls'
}

export type CallRow = {
  readonly booked: BookedInBlock
  readonly impact: Impact
  readonly block: Block
  readonly moved: boolean
}

export type CallsPage = { readonly around: StaffAround; readonly rows: readonly CallRow[]; readonly done?: string }

export const callsPage = ({ around, rows, done }: CallsPage): string => {
  const title = 'Calls to make'
  return staffPage(
    'front-desk/calls',
    around,
    { title },
    {
      title,
      done: done === undefined ? undefined : `You noted the call about ${done}.`,
      rows: rows.map(({ booked, impact, block, moved }) => ({
        ...whoShown(booked),
        say: scriptFor(impact, moved ? booked.appointment : undefined),
        tried: triedInWords(impact),
        note: `/desk/calls/${encodeURIComponent(block.id)}/${encodeURIComponent(impact.reference)}`,
      })),
    },
  )
}

export const scriptFor = ({ had }: Impact, moved: Appointment | undefined): string =>
  moved === undefined
    ? `Say: “We are sorry, we cannot see you at ${whenOf(had)}. Shall we find you another time now?”`
    : `Say: “We are sorry, we had to move your appointment from ${whenOf(had)} to ${whenOf(moved)}. Does that suit you?”`

const triedInWords = ({ calls }: Impact): string => {
  const last = calls.at(-1)
  if (last === undefined) return 'Not called yet'
  return `${calls.length === 1 ? 'Called once' : `Called ${calls.length} times`}, last on ${moment(last.at)}: ${last.outcome}`
}
