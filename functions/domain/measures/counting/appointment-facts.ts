// What a case's history says of its appointment: when it is and what became of it, each time that it was moved or
// cancelled, and the days on which it stands no more (docs/rules/measures.md, "Appointments").
import type { Counts } from '#domain/cases/counts.ts'
import { londonDay } from '#domain/london.ts'
import { type AppointmentFact, askedChannel, type ChangeFact } from './facts.ts'
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
  const left = new Set(events.flatMap(({ leaves }) => leaves ?? []).filter((day) => day !== appointment.day))
  return [
    ...[...left].map((day): AppointmentFact => ({ ...fact, day, state: 'moved', buckets: 0 })),
    { ...fact, day: appointment.day, state: stateOf(history, counts), buckets: appointment.buckets.length },
  ]
}

const stateOf = ({ subject, events }: CaseHistory, { seen = [], missed = [] }: Counts): AppointmentFact['state'] => {
  if (subject.appointment?.cancelled === true) return 'cancelled'
  const now = events.findLast(({ to }) => to !== undefined)?.to ?? ''
  return seen.includes(now) ? 'seen' : missed.includes(now) ? 'missed' : 'booked'
}
