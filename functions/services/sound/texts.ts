// Does each text of a service have somebody who sends it, and each that is to be sent its words?
import { actionForBlock } from '#domain/cases/steps/for-block.ts'
import type { Service } from '../service.ts'

export const textFaults = (service: Service): readonly string[] => {
  const { id, texts, workflow } = service
  const must = [...sentAlways(service), ...workflow.actions.flatMap(({ text }) => text ?? [])]
  const may = [...must, ...sentWhereThere]
  return [
    ...[...new Set(must)].filter((text) => texts[text] === undefined).map((text) => `${id}: has no text ${text}`),
    ...Object.keys(texts)
      .filter((text) => !may.includes(text))
      .map((text) => `${id}: nothing sends the text ${text}`),
  ]
}

// Sent by use cases, not by an action's row: when a form is sent, when staff answer a message, and what
// booking tells.
const sentAlways = ({ booking, workflow }: Service): readonly string[] => [
  'confirmation',
  'message',
  ...(booking?.waiting === undefined ? [] : ['waiting', 'offer']),
  ...(booking === undefined ? [] : remindersOf(booking)),
  ...(actionForBlock(workflow, 'open-for-block') === undefined ? [] : ['goes-ahead', 'time-back']),
]

// Sent by use cases where a service has words for it.
const sentWhereThere: readonly string[] = ['need-changed', 'document-refused', 'booked-for-you']

const remindersOf = ({ reminders }: NonNullable<Service['booking']>): readonly string[] =>
  reminders(farOff, 0).map(({ template }) => template)

// A month after the start of time.
const farOff = {
  ...{ what: '', place: '', claimants: [], buckets: [], type: '', features: [], interpreter: false },
  ...{ day: '1970-01-31', from: '09:00', until: '10:00', calendarUid: '', calendarSequence: 0 },
  ...{ startsAt: 30 * 86_400_000, endsAt: 30 * 86_400_000 },
}
