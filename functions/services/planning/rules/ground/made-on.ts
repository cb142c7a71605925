// The day on which something sent to us counts as received: sent outside business hours, it is the next working day
// (SI 2003/956; a working day there is any but a Saturday, Sunday or public holiday). It decides the fee and the date that an application is valid.
import { type Day, inFullWords, inWords } from '#domain/day.ts'
import { timeInWords } from '#domain/forms/fields/slot-time.ts'
import { londonDay, londonTime } from '#domain/london.ts'
import type { Pack } from '#domain/rules/pack.ts'
import { type RuleStep, stepIn, type Traced, withReasons } from '#domain/rules/trace.ts'
import { addWorkingDays, isWorkingDay } from '#domain/working-days.ts'
import { closures } from '#services/closures.ts'
import { electronicCommunications, whenValid } from './sources.ts'

export type BusinessHours = Pack & { readonly closes: string; readonly confirm: string }

const businessHours: BusinessHours = {
  name: 'business-hours-2021',
  validFrom: '2021-01-01',
  source: electronicCommunications,
  closes: '17:00',
  confirm: 'council to confirm its business hours',
}

// `at` in milliseconds.
export const madeOn = (at: number, hours: BusinessHours = businessHours): Traced<Day> => {
  const [day, time] = [londonDay(at), londonTime(at)]
  const shut = isWorkingDay(day) ? (closures.has(day) ? 'a day that the council is shut' : '') : 'not a working day'
  const late = shut === '' && time >= hours.closes
  const made = shut === '' && !late ? day : addWorkingDays(day, 1)
  const sent = `${timeInWords(time)} on ${inFullWords(day)}`
  const why = late ? `after ${timeInWords(hours.closes)}` : shut
  const words =
    made === day
      ? `Sent at ${sent}, in business hours: it counts as made on that day.`
      : `Sent at ${sent}, ${why}: it counts as made on the next working day, ${inFullWords(made)}.`
  const used = [{ question: 'sentAt', shown: sent, called: 'When it is sent' }]
  const step = { rule: 'MADE', words, used, source: hours.source, confirm: hours.confirm }
  return { value: made, steps: [stepIn(step, hours.name)] }
}

// With what came later, an application is valid on the day that the last of what it needs counts as received. Undefined while something is still to come.
export const validOn = (received: readonly number[], hours: BusinessHours = businessHours): Traced<Day> | undefined =>
  received.length === 0 ? undefined : withReasons(madeOn(Math.max(...received), hours), validStep(received))

const validStep = (received: readonly number[]): RuleStep => ({
  rule: 'VALID',
  words: 'It is valid on the day that the last of what it needs counts as received, if nothing is missing then.',
  used: received.map((at) => ({ question: 'receivedAt', shown: inWords(londonDay(at)), called: 'What came' })),
  source: whenValid,
})
