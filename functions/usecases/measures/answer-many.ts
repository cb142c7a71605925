// The same said of many at once: what is left empty stays as each has it.
import type { Staff } from '#domain/cases/case.ts'
import type { Feedback } from '#domain/measures/feedback/feedback.ts'
import { no, ok, type Result } from '#domain/result.ts'
import type { FeedbackInbox } from '../ports/feedback.ts'
import type { Clock, Ids } from '../ports/stores.ts'
import { type AnswerProblem, answerFeedback } from './answer-feedback.ts'

type Ports = { readonly clock: Clock; readonly ids: Ids; readonly inbox: FeedbackInbox }

// `version`: as it was seen.
export type PickedFeedback = { readonly id: string; readonly version: number }

type Given = {
  readonly user: Staff
  readonly picked: readonly PickedFeedback[]
  readonly state: string
  readonly tag: string
  readonly reason: string
}

type Refused = Exclude<AnswerProblem, 'changed-elsewhere'>

/** `left`: those that were changed meanwhile. What is wrong with the words is found at the first, before any is changed. */
export const answerMany = async (
  ports: Ports,
  { picked, ...given }: Given,
): Promise<Result<{ readonly left: number }, Refused>> => {
  let left = 0
  for (const { id, version } of picked) {
    const feedback = await ports.inbox.get(id)
    const done = feedback && (await answerFeedback(ports, { ...saidOf(feedback, given), feedback, version }))
    if (done?.ok === false && done.error !== 'changed-elsewhere') return no(done.error)
    if (done?.ok !== true) left += 1
  }
  return ok({ left })
}

const saidOf = (feedback: Feedback, { user, state, tag, reason }: Omit<Given, 'picked'>) => ({
  ...{ user, releases: false, state: state || feedback.state },
  ...{ tag: tag || (feedback.tag ?? ''), reason: reason || (feedback.reason ?? '') },
})
