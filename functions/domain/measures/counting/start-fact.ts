// A draft as it stands, as a fact: when it was begun and saved last, and how it ended. No answer.
import type { Draft } from '#domain/forms/answered/draft.ts'
import { londonDay } from '#domain/london.ts'
import { channels, type Device, devices, type StartEnd, type StartFact } from './facts.ts'

// What counting reads of a draft.
export type Begun = Pick<Draft, 'id' | 'service' | 'version' | 'status' | 'startedAt' | 'touchedAt' | 'walked'> & {
  readonly reopens?: object
}

// Answers that were asked for again are no start.
export const startFact = (draft: Begun): StartFact | undefined => {
  const { walked = {}, startedAt, touchedAt } = draft
  if (draft.reopens !== undefined) return undefined
  return {
    is: 'start',
    service: draft.service,
    day: londonDay(startedAt),
    id: draft.id,
    v: draft.version + (walked.noted ?? 0),
    channel: channels.find((one) => one === walked.channel) ?? 'self',
    device: deviceIn(walked.device),
    startedAt,
    savedAt: touchedAt,
    uncounted: walked.uncounted === true,
    ...endOf(draft),
    ...(walked.trail === undefined ? {} : { trail: walked.trail }),
    ...(walked.tried === undefined ? {} : { tried: walked.tried }),
  }
}

const deviceIn = (device: string | undefined): Device => devices.find((one) => one === device) ?? 'other'

// Sent beats all that was noted before.
const endOf = ({ status, touchedAt, walked }: Begun): { readonly end?: StartEnd } => {
  const noted = walked?.ended
  if (status === 'submitted') return { end: { is: noted?.is === 'listed' ? 'listed' : 'sent', at: touchedAt } }
  return noted === undefined ? {} : { end: noted }
}
