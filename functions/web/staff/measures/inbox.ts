// The inbox of what people told us, and what staff say of each, or of many at once.
import { can } from '#domain/cases/access.ts'
import { one, type Problem, type Typed } from '#domain/forms/kind.ts'
import type { Feedback } from '#domain/measures/feedback/feedback.ts'
import { feedbackParts, type WantedFeedback } from '#domain/measures/feedback/wanted.ts'
import { type AnswerProblem, answerFeedback } from '#usecases/measures/answer-feedback.ts'
import { answerMany, type PickedFeedback } from '#usecases/measures/answer-many.ts'
import { BadRequest, html, type Reply, seeOther } from '../../http.ts'
import { inboxAt, inboxHref } from '../../show/staff/measures/inbox-pages.ts'
import { staffPages } from '../../show/staff/pages.ts'
import { around, type DeskVisit } from '../visit.ts'

export const showInbox = (visit: DeskVisit): Promise<Reply> => inboxReply(visit, visit.request.query, [])

// Some changed and some not: the page says which is why, and shows them as they are.
export const takeInbox = async (visit: DeskVisit): Promise<Reply> => {
  const { desk, request, user } = visit
  const { posted } = request
  const picked = (posted.pick ?? []).flatMap(pickedIn)
  if (picked.length === 0)
    return inboxReply(visit, posted, [{ field: 'pick', words: 'Select the feedback that you want to change' }])
  const { state, tag, reason } = { state: one(posted, 'to'), tag: one(posted, 'tagged'), reason: one(posted, 'reason') }
  const done = await answerMany(desk, { user, picked, state, tag, reason })
  if (!done.ok) return inboxReply(visit, posted, [{ field: fieldOf[done.error], words: words[done.error] }])
  const { left } = done.value
  if (left === 0) return seeOther(inboxHref(wantedIn(posted)))
  const missed = left === 1 ? 'One was' : `${left} were`
  const { pick: _pick, to: _to, tagged: _tagged, reason: _reason, ...asked } = posted
  return inboxReply(visit, asked, [
    { field: 'pick', words: `${missed} changed by somebody else meanwhile. Look again before you change them` },
  ])
}

const inboxReply = async (visit: DeskVisit, asked: Typed, problems: readonly Problem[]): Promise<Reply> => {
  const { desk, user } = visit
  const wanted = wantedIn(asked)
  const from = one(asked, 'from')
  const { found, next } = await desk.inbox.page({ wanted, size: 10, ...(from === '' ? {} : { from }) })
  return html(
    staffPages.inbox({
      ...{ around: around(visit), shown: found, wanted, problems, typed: asked, from },
      ...(next === undefined ? {} : { next }),
      services: desk.services.map(({ id, name }) => ({ id, name })),
      mayAnswer: can(user, 'answer-feedback', {}),
    }),
  )
}

const wantedIn = (asked: Typed): WantedFeedback =>
  Object.fromEntries(
    feedbackParts.map((part) => [part, one(asked, part).trim()] as const).filter(([, value]) => value !== ''),
  )

// As the page has them: version and id.
const pickedIn = (value: string): readonly PickedFeedback[] => {
  const [, version = '', id = ''] = /^(\d{1,9}) (\d{4}-\d{2}\..{1,200})$/.exec(value) ?? []
  return id === '' ? [] : [{ id, version: Number(version) }]
}

export const showFeedback = async (visit: DeskVisit): Promise<Reply> =>
  html(staffPages.feedback({ around: around(visit, back), one: await askedFor(visit) }))

export const takeFeedback = async (visit: DeskVisit): Promise<Reply> => {
  const { desk, request, user } = visit
  const feedback = await askedFor(visit)
  const { posted } = request
  const done = await answerFeedback(desk, {
    ...{ feedback, user, version: Number(one(posted, 'version')), releases: one(posted, 'releases') === 'yes' },
    ...{ state: one(posted, 'state'), tag: one(posted, 'tag'), reason: one(posted, 'reason') },
  })
  if (done.ok) return seeOther(inboxAt)
  const page = { around: around(visit, back), one: feedback, problem: words[done.error] }
  return html(staffPages.feedback(page), done.error === 'changed-elsewhere' ? 409 : 200)
}

const back = { back: { text: 'Back to feedback', href: inboxAt } }

const words: Readonly<Record<AnswerProblem, string>> = {
  'no-such-state': 'Select what happens with it',
  'no-reason': 'Enter why there is no action',
  'tag-too-long': 'Tag must be 40 characters or fewer',
  'changed-elsewhere': 'Somebody else changed this while you were looking. Look again, and save again',
}

const fieldOf = { 'no-such-state': 'to', 'no-reason': 'reason', 'tag-too-long': 'tagged' } as const

const askedFor = async ({ desk, request }: DeskVisit): Promise<Feedback> => {
  const id = decodeURIComponent(request.pathValues.feedback ?? '')
  const found = /^\d{4}-\d{2}\./.test(id) ? await desk.inbox.get(id) : undefined
  if (found === undefined) throw new BadRequest(404)
  return found
}
