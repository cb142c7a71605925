// Feedback, from an end of a service or from any page: which sort of page it was goes with it, and what was wrong there.
import { one, type Problem, type Typed } from '#domain/forms/kind.ts'
import type { FeedbackProblem } from '#domain/measures/feedback/feedback.ts'
import { council } from '#services/council.ts'
import { giveFeedback } from '#usecases/measures/give-feedback.ts'
import { html, type Reply, seeOther } from '#web/http.ts'
import { pages } from '#web/show/citizen/pages.ts'
import { held } from '../session.ts'
import { type Answer, around, type Visit } from '../visit.ts'
import { serviceAt } from '../where.ts'
import { aboutPageIn } from './about-page.ts'

const ends = ['sent', 'told', 'handed-on', 'elsewhere', 'listed', 'closed', 'ours'] as const

export const showFeedback = (visit: Visit): Reply => {
  const { request, counter } = visit
  const at = counter.clock.now()
  const hidden = {
    p: one(request.query, 'p').slice(0, 200),
    end: ends.find((end) => end === one(request.query, 'end')) ?? '',
    at: `${at}.${counter.keys.hash('feedback at', String(at)).slice(0, 16)}`,
  }
  return feedbackReply(visit, { typed: {}, problems: [], hidden })
}

type Shown = {
  readonly typed: Typed
  readonly problems: readonly Problem[]
  readonly hidden: Readonly<Record<string, string>>
}

const feedbackReply = (visit: Visit, shown: Shown): Reply =>
  html(pages.feedback({ around: { ...around(visit), timed: false }, ...shown }))

export const takeFeedback = async (visit: Visit): Promise<Answer> => {
  const { request, counter } = visit
  const { posted } = request
  const about = aboutPageIn(counter, one(posted, 'p'))
  const end = ends.find((known) => known === one(posted, 'end'))
  const service = about === undefined ? undefined : serviceAt(counter.services, about.page)?.id
  const tookMs = tookIn(visit)
  const given = {
    ...{ rating: one(posted, 'rating'), words: posted.words?.[0] ?? '', trap: one(posted, 'website') },
    ...(tookMs === undefined ? {} : { tookMs }),
  }
  const draftId = service === undefined ? undefined : visit.session.drafts[service]
  const done = await giveFeedback(counter, given, {
    ...about,
    ...(service === undefined ? {} : { service }),
    ...(end === undefined ? {} : { end }),
    ...(draftId === undefined ? {} : { draftId: held(draftId).id }),
  })
  if (done.ok)
    return seeOther(
      `/feedback/sent${done.value.removed.length > 0 ? `?removed=${done.value.removed.map((what) => what.replaceAll(' ', '-')).join('.')}` : ''}`,
    )
  const hidden = { p: one(posted, 'p').slice(0, 200), end: end ?? '', at: one(posted, 'at') }
  return feedbackReply(visit, { typed: posted, problems: [problemOf(done.error)], hidden })
}

// Signed, so that nobody says when they were shown the page but we.
const tookIn = ({ request, counter }: Visit): number | undefined => {
  const [at = '', mark = ''] = one(request.posted, 'at').split('.')
  return counter.keys.same(mark, counter.keys.hash('feedback at', at).slice(0, 16))
    ? counter.clock.now() - Number(at)
    : undefined
}

const problemOf = (problem: FeedbackProblem): Problem => {
  switch (problem) {
    case 'empty':
      return { field: 'rating', words: 'Select how you feel about the service, or tell us how to improve it' }
    case 'no-such-rating':
      return { field: 'rating', words: 'Select how you feel about the service' }
    case 'too-long':
      return { field: 'words', words: 'How we could improve this service must be 1,200 characters or fewer' }
  }
}

const removable = ['email-address', 'card-number', 'National-Insurance-number', 'phone-number', 'reference', 'postcode']

export const showThanks = (visit: Visit): Reply => {
  const said = one(visit.request.query, 'removed').split('.')
  return html(
    pages.thanks({
      around: { ...around(visit), timed: false },
      removed: removable.filter((what) => said.includes(what)).map((what) => what.replaceAll('-', ' ')),
      phone: council.phones.inDanger,
    }),
  )
}
