// What a case's history says of its appointment: when it is and what became of it, each time that it was moved or
// cancelled, and the days on which it stands no more (docs/rules/measures.md, "Appointments").
import type { Counts } from '#domain/cases/counts.ts'
import { type Day, daysBetween } from '#domain/day.ts'
import { londonDay } from '#domain/london.ts'
import type { Appointment } from '#domain/slots/appointment.ts'
import { ofWhom } from '#domain/slots/extra.ts'
import { minuteOf } from '#domain/slots/rota.ts'
import { type AppointmentFact, askedChannel, type ChangeFact, type FactChannel, type TimeTaken } from './facts.ts'
import type { CaseHistory } from './history.ts'

export const appointmentFacts = (history: CaseHistory, counts: Counts): readonly (AppointmentFact | ChangeFact)[] => [
  ...changesIn(history, counts),
  ...daysIn(history, counts),
]

// An event never changes, so its fact has one version.
const changesIn = ({ subject, events }: CaseHistory, { moves = [], cancels = [] }: Counts): readonly ChangeFact[] =>
  events
    .filter(({ action }) => moves.includes(action) || cancels.includes(action))
    .map(({ id, at, action, byId, way = 'phone' }) => ({
      ...{ is: 'change', service: subject.service, day: londonDay(at), id: `${subject.reference} ${id}`, v: 1 },
      change: moves.includes(action) ? 'move' : 'cancel',
      channel: byId === undefined ? 'self' : askedChannel[way],
    }))

const daysIn = (history: CaseHistory, counts: Counts): readonly AppointmentFact[] => {
  const { subject, events, notes } = history
  const { appointment, service, reference: id } = subject
  if (appointment === undefined) return []
  const fact = { is: 'appointment', service, id, v: events.length + notes.length } as const
  const chosen = chosenFor(history, counts, appointment.day)
  const left = new Set(events.flatMap(({ leaves }) => leaves ?? []).filter((day) => day !== appointment.day))
  return [
    ...[...left].map((day): AppointmentFact => ({ ...fact, day, state: 'moved', buckets: 0 })),
    {
      ...{ ...fact, day: appointment.day, state: stateOf(history, counts), buckets: tookOf(appointment) },
      ...chosen,
      ...timeOf(appointment),
      ...noticeOf(history, counts),
      ...(appointment.byUs === undefined ? {} : { byUs: appointment.byUs.times }),
    },
  ]
}

// Beside another appointment it takes no more of the person's time; nor does a seat of a workshop.
const tookOf = ({ extra, seats, buckets }: Pick<Appointment, 'extra' | 'seats' | 'buckets'>): number =>
  extra === undefined && seats === undefined ? buckets.length : 0

const bucketMinutes = 5

const timeOf = ({ claimants: [who], buckets, from, until }: Appointment): { readonly time?: TimeTaken } => {
  const [first] = buckets
  if (who === undefined || first === undefined) return {}
  const begins = minuteOf(`${first.slice(0, 2)}:${first.slice(2)}`)
  return {
    time: {
      who: ofWhom(who),
      takes: [begins, begins + buckets.length * bucketMinutes],
      meets: [minuteOf(from), minuteOf(until)],
    },
  }
}

const lateMs = 24 * 3_600_000

// By the person, here or through staff; what we cancel is none of theirs.
const noticeOf = ({ subject, events }: CaseHistory, { cancels = [] }: Counts): Pick<AppointmentFact, 'notice'> => {
  const { appointment } = subject
  const cancelled = events.findLast(({ action }) => cancels.includes(action))
  if (appointment?.cancelled !== true || cancelled === undefined) return {}
  return { notice: appointment.startsAt - cancelled.at < lateMs ? 'late' : 'in-time' }
}

// When the person chose this time, first or by moving to it; a time that we gave them is not of their choice.
const chosenFor = ({ events }: CaseHistory, { outcomes, moves = [] }: Counts, day: Day) => {
  const chosen =
    events.findLast(({ action }) => moves.includes(action)) ??
    events.find(({ to }) => to !== undefined && outcomes.includes(to))
  if (chosen === undefined) return {}
  const { at, byId, way = 'phone' } = chosen
  const channel: FactChannel = byId === undefined ? 'self' : askedChannel[way]
  return { channel, lead: Math.max(0, daysBetween(londonDay(at), day)) }
}

const stateOf = ({ subject, events }: CaseHistory, { seen = [], missed = [] }: Counts): AppointmentFact['state'] => {
  if (subject.appointment?.cancelled === true) return 'cancelled'
  const now = events.findLast(({ to }) => to !== undefined)?.to ?? ''
  return seen.includes(now) ? 'seen' : missed.includes(now) ? 'missed' : 'booked'
}
