// Who waits without an appointment, what can be done about each, and the sign at the desk.
import { type Day, inFullWords } from '#domain/day.ts'
import { timeInWords } from '#domain/forms/fields/slot-time.ts'
import type { Problem, Typed } from '#domain/forms/kind.ts'
import type { Question } from '#domain/forms/question.ts'
import { londonTime } from '#domain/london.ts'
import type { Place } from '#domain/slots/rota.ts'
import {
  isLongWait,
  ticketName,
  type WalkIn,
  type WalkInDeed,
  waitInWords,
  walkInDeeds,
  walkInNeeds,
  walkInWaits,
  whenSeen,
} from '#domain/slots/walk-in.ts'
import type { Queue } from '#usecases/booking/walk-ins.ts'
import type { Variables } from '#web/template-runtime.ts'
import { formParts } from '../../controls/form.ts'
import { moment } from '../../when.ts'
import { type StaffAround, staffPage } from '../around.ts'
import { qrPath } from './qr.ts'

export type WalkInsPage = {
  readonly around: StaffAround
  readonly place: Place
  readonly queue: Queue
  // What is asked of whoever comes; absent for who only looks.
  readonly needs?: Readonly<Record<string, Question>>
  readonly typed: Typed
  readonly problems: readonly Problem[]
  readonly at: string
  // Milliseconds.
  readonly now: number
  // The number that was just given out, or that something was done about.
  readonly given?: number
  readonly done?: number
}

export const walkInsPage = (page: WalkInsPage): string => {
  const { place, queue, needs = {}, typed, problems, at, now } = page
  const title = `Without an appointment: ${place.name}`
  const { tickets } = queue.walkIns
  const waiting = tickets.filter(walkInWaits).length
  return staffPage(
    'front-desk/walk-ins',
    page.around,
    { title, failed: problems.length > 0 },
    {
      ...{ title, at, now: moment(now), ...toldOf(page) },
      asks: page.needs !== undefined,
      ...formParts({ id: 'walk-in', title, questions: needs, typed, problems }),
      count: waiting === 1 ? '1 person is waiting' : `${waiting} people are waiting`,
      // Who is called or waits first, then who is done.
      rows: [
        ...tickets.filter(({ ended }) => ended === undefined),
        ...tickets.filter(({ ended }) => ended !== undefined),
      ].map((ticket) => rowOf(ticket, page)),
    },
  )
}

const toldOf = ({ queue, given, done }: WalkInsPage): Variables => {
  const ticket = queue.walkIns.tickets.find(({ number }) => number === (given ?? done))
  if (ticket === undefined) return {}
  if (given === undefined) return { told: `${ticketName(ticket)}: ${stateOf(ticket).text}` }
  const book = isLongWait(ticket.told) ? 'Offer them an appointment instead.' : 'Tell them the number and the time.'
  return {
    panel: {
      number: ticketName(ticket),
      wait: `Seen ${whenSeen(ticket.told)}`,
      book,
    },
  }
}

const rowOf = (ticket: WalkIn, { queue, at, needs }: WalkInsPage): Variables => {
  const { number, type, service, cameAt, calledAt, told } = ticket
  const offered = queue.comesFor.find((one) => one.type === type && one.service.id === service)
  const waited = calledAt === undefined ? undefined : Math.round((calledAt - cameAt) / 60_000)
  return {
    name: ticketName(ticket),
    what: offered?.name ?? type,
    needs: ticket.needs.map((need) => walkInNeeds[need]),
    came: timeInWords(londonTime(cameAt)),
    told: waitInWords(told),
    wait:
      waited === undefined
        ? walkInWaits(ticket)
          ? `Now ${waitInWords(queue.waits.get(number))}`
          : undefined
        : `Waited ${waited} minutes`,
    state: stateOf(ticket),
    deeds: needs === undefined ? [] : walkInDeeds(ticket).map((deed) => ({ deed, text: deedWords[deed] })),
    action: `${at}/${number}`,
  }
}

const deedWords: Readonly<Record<WalkInDeed, string>> = {
  call: 'Call',
  seen: 'Finished',
  left: 'Has left',
  undo: 'Undo',
}

const stateOf = ({ calledAt, ended }: WalkIn): { readonly text: string; readonly colour: string } => {
  if (ended?.as === 'seen') return { text: 'Seen', colour: 'green' }
  if (ended?.as === 'left') return { text: 'Has left', colour: 'grey' }
  return calledAt === undefined ? { text: 'Waiting', colour: 'yellow' } : { text: 'Called', colour: 'light-blue' }
}

export type SignPage = {
  readonly around: StaffAround
  readonly place: Place
  readonly day: Day
  readonly code: string
  // The address of the residents' page of the desk.
  readonly page: string
}

export const signPage = ({ around, place, day, code, page }: SignPage): string => {
  const title = 'Tell us that you are here'
  return staffPage(
    'front-desk/sign',
    around,
    { title: 'Sign for the desk' },
    {
      title,
      place: place.name,
      day: inFullWords(day),
      code,
      address: page.replace(/^https?:\/\//, ''),
      qr: qrPath(page),
    },
  )
}
