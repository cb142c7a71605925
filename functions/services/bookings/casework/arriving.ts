// Arriving for an appointment (docs/rules/bookings.md, "Arriving"): from when on somebody is checked in, and when it is too late.
import type { Action } from '#domain/cases/workflow.ts'
import { inLondonWords } from '#domain/london.ts'
import { type Arrival, type Arriving, arrivalAt, missedFrom, opensAt } from '#domain/slots/arriving.ts'

// Minutes. Council to confirm.
export const arriving: Arriving = { before: 30, after: 15 }

type Desk = NonNullable<Action['desk']>
type Checks = NonNullable<Action['checks']>

// Stands on the day sheet as long as they arrive then.
export const whileArriving =
  (...when: readonly Arrival[]): Desk =>
  ({ appointment }, now) =>
    appointment !== undefined && when.includes(arrivalAt(appointment, arriving, now))

export const notYet: Checks = (_typed, { appointment }, _today, now) =>
  appointment === undefined || arrivalAt(appointment, arriving, now) !== 'too-early'
    ? []
    : [
        {
          field: 'act',
          words: `The appointment is at ${inLondonWords(appointment.startsAt)}. You can check them in from ${inLondonWords(opensAt(appointment, arriving))}`,
        },
      ]

// Nobody has missed an appointment that they may still arrive for.
export const tooEarlyToArrive: Checks = (_typed, { appointment }, _today, now) =>
  appointment === undefined || arrivalAt(appointment, arriving, now) === 'late'
    ? []
    : [
        {
          field: 'tried',
          words: `They may still arrive. You can note that they did not come from ${inLondonWords(missedFrom(appointment, arriving))}`,
        },
      ]
