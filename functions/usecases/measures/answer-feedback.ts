// Staff read what people told us: what state it is in, a tag, and whether it counts after all.
import type { Staff } from '#domain/cases/case.ts'
import { type Feedback, mostTag, states } from '#domain/measures/feedback/feedback.ts'
import { no, type Result } from '#domain/result.ts'
import type { FeedbackInbox } from '../ports/feedback.ts'
import type { Clock, Ids } from '../ports/stores.ts'

type Ports = { readonly clock: Clock; readonly ids: Ids; readonly inbox: FeedbackInbox }

export type Answering = {
  readonly feedback: Feedback
  readonly user: Staff
  readonly version: number
  readonly state: string
  readonly tag: string
  readonly reason: string
  // Of what was set aside: it is somebody's after all, and counts.
  readonly releases: boolean
}

export type AnswerProblem = 'no-such-state' | 'no-reason' | 'tag-too-long' | 'changed-elsewhere'

export const answerFeedback = async (ports: Ports, given: Answering): Promise<Result<Feedback, AnswerProblem>> => {
  const { feedback, user, version } = given
  const state = states.find((one) => one === given.state)
  if (state === undefined) return no('no-such-state')
  if (state === 'no-action' && given.reason.trim() === '') return no('no-reason')
  if ([...given.tag].length > mostTag) return no('tag-too-long')
  if (feedback.version !== version) return no('changed-elsewhere')
  const now = ports.clock.now()
  const { aside, tag: _tag, reason: _reason, ...rest } = feedback
  const after: Feedback = {
    ...{ ...rest, state, version: version + 1 },
    ...(given.tag.trim() === '' ? {} : { tag: given.tag.trim() }),
    ...(given.reason.trim() === '' ? {} : { reason: given.reason.trim() }),
    ...(aside === undefined || given.releases ? {} : { aside }),
  }
  return ports.inbox.change(after, { userId: user.id, entry: ports.ids.ordered(now), now })
}
