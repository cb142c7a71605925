// Somebody tells us what they think. Kept without what says who they are.
import { londonDay } from '#domain/london.ts'
import {
  type Feedback,
  type FeedbackGiven,
  type FeedbackProblem,
  plainWords,
  readFeedback,
} from '#domain/measures/feedback/feedback.ts'
import { monthOfDay } from '#domain/measures/months.ts'
import { ok, type Result } from '#domain/result.ts'
import type { FeedbackStore } from '../ports/feedback.ts'
import type { Log } from '../ports/log.ts'
import type { Clock, Ids, Keys } from '../ports/stores.ts'
import { type DutyPorts, textsToDuty } from './tell-duty.ts'

type Ports = DutyPorts & {
  readonly clock: Clock
  readonly ids: Ids
  readonly keys: Keys
  readonly feedback: FeedbackStore
  readonly services: readonly { readonly id: string }[]
  readonly log: Log
}

export type From = Pick<Feedback, 'service' | 'formVersion' | 'page' | 'problem' | 'end'> & {
  // Of whom it is asked at an end: the second time changes nothing.
  readonly draftId?: string
}

export const giveFeedback = async (
  ports: Ports,
  given: Omit<FeedbackGiven, 'times'>,
  { draftId, ...from }: From,
): Promise<Result<Feedback, FeedbackProblem>> => {
  const now = ports.clock.now()
  const checked = readFeedback({ ...given, times: 1 })
  if (!checked.ok) return checked
  const words = plainWords(given.words)
  const times = words === '' ? 1 : await ports.feedback.times(ports.keys.hash('feedback words', words), now)
  const read = readFeedback({ ...given, times })
  if (!read.ok) return read
  const feedback: Feedback = {
    ...{ id: idOf(ports, now, { draftId, ...from }), at: now, ...from, ...read.value },
    ...{ state: 'new', version: 1 },
  }
  // From a page of no service it counts for the first.
  const service = from.service ?? ports.services[0]?.id ?? ''
  await ports.feedback.put(feedback, textsToDuty(ports, { ...feedback, service }))
  if (feedback.danger) ports.log({ level: 'warn', event: 'feedback-of-danger', ...serviceOf(from) })
  return ok(feedback)
}

const serviceOf = ({ service }: Pick<From, 'service'>) => (service === undefined ? {} : { service })

const idOf = (
  ports: Ports,
  now: number,
  { draftId, end }: { readonly draftId: string | undefined; readonly end?: string },
): string => {
  const month = monthOfDay(londonDay(now))
  return draftId === undefined || end === undefined
    ? `${month}.${ports.ids.ordered(now)}`
    : `${month}.${ports.keys.hash('feedback', `${draftId} ${end}`)}`
}
