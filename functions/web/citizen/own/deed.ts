// An action of the workflow that the applicant takes on a page of its own: withdrawing, asking for a review.
import { actionAskedOf } from '#domain/cases/workflow.ts'
import { page } from '#domain/forms/form.ts'
import { one, type Problem, type Typed } from '#domain/forms/kind.ts'
import { takeOwnAction } from '#usecases/casework/take-action.ts'
import { html, type Reply } from '#web/http.ts'
import { pages } from '#web/show/citizen/pages.ts'
import { problemReply } from '../problem.ts'
import type { Answer } from '../visit.ts'
import { deedsOn, todayOf } from './case.ts'
import { aroundOwn, backTo, ownPath, type SentVisit } from './own-case.ts'

export const showDeed = (visit: SentVisit): Answer => deedReply(visit, {}, [])

export const takeDeed = async (visit: SentVisit): Promise<Answer> => {
  const { counter, request, service, whole } = visit
  const found = deedIn(visit)
  if (found === undefined) return backTo(visit)
  const version = Number(one(request.posted, 'version') || whole.subject.version)
  const done = await takeOwnAction(counter, { service, whole, action: found.id, typed: request.posted, version })
  if (done.ok) return backTo(visit)
  if (typeof done.error !== 'string')
    return done.error.is === 'needs' ? deedReply(visit, request.posted, done.error.problems) : backTo(visit)
  return problemReply(counter, request, done.error === 'unknown' ? 503 : 409)
}

const deedIn = (visit: SentVisit) => deedsOn(visit).find(({ id }) => id === visit.request.pathValues.deed)

const deedReply = (visit: SentVisit, typed: Typed, problems: readonly Problem[]): Reply => {
  const found = deedIn(visit)
  if (found === undefined) return backTo(visit)
  const { words, action } = found
  const { needs = {} } = actionAskedOf(action, visit.whole.subject, todayOf(visit))
  const { reference } = visit.whole.subject
  const around = aroundOwn(visit)
  if (Object.keys(needs).length === 0)
    return html(
      pages.confirm({
        ...{ around, title: words.title, words: words.words, button: words.button, action: visit.request.path },
        ...(words.warning === undefined ? {} : { warning: words.warning }),
        cancel: { text: 'No, go back', href: ownPath(reference) },
      }),
    )
  return html(
    pages.question({
      ...{ around, typed, problems, action: visit.request.path, button: words.button },
      page: page(action.id, words.title, needs, { guidance: words.words }),
    }),
  )
}
