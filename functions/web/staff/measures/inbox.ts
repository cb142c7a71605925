// The inbox of what people told us, and what staff say of each.
import { one } from '#domain/forms/kind.ts'
import { londonDay } from '#domain/london.ts'
import type { Feedback } from '#domain/measures/feedback/feedback.ts'
import { isMonth, monthAfter, monthOfDay } from '#domain/measures/months.ts'
import { type AnswerProblem, answerFeedback } from '#usecases/measures/answer-feedback.ts'
import { BadRequest, html, type Reply, seeOther } from '../../http.ts'
import { inboxAt } from '../../show/staff/measures/inbox-pages.ts'
import { staffPages } from '../../show/staff/pages.ts'
import { around, type DeskVisit } from '../visit.ts'

export const showInbox = async (visit: DeskVisit): Promise<Reply> => {
  const { desk, request } = visit
  const today = londonDay(desk.clock.now())
  const now = monthOfDay(today)
  const month = one(request.query, 'month') || now
  if (!isMonth(month) || month > now) throw new BadRequest(404)
  const months = [0, -1, -2].map((count) => monthAfter(now, count))
  const from = /^\d{1,6}$/.test(one(request.query, 'from')) ? Number(one(request.query, 'from')) : 0
  const all = await desk.inbox.ofMonth(month)
  return html(staffPages.inbox({ around: around(visit), all, month, months, today, from }))
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

const askedFor = async ({ desk, request }: DeskVisit): Promise<Feedback> => {
  const id = decodeURIComponent(request.pathValues.feedback ?? '')
  const found = /^\d{4}-\d{2}\./.test(id) ? await desk.inbox.get(id) : undefined
  if (found === undefined) throw new BadRequest(404)
  return found
}
