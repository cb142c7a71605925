// Booking for a caller: what they need, a time, and who they are, on a page each.

import { can } from '#domain/cases/access.ts'
import { askedIn } from '#domain/cases/asked-by.ts'
import type { Draft } from '#domain/forms/answered/draft.ts'
import type { KeptPage } from '#domain/forms/answered/parted.ts'
import { keepFields, problemsOf } from '#domain/forms/fields/index.ts'
import { one, type Problem, type Typed } from '#domain/forms/kind.ts'
import { londonDay } from '#domain/london.ts'
import { whenOf } from '#domain/slots/booking-shown.ts'
import { askedQuestions } from '#services/asked-questions.ts'
import { type Bookable, isBookable } from '#services/service.ts'
import {
  answerForCaller,
  beginForCaller,
  bookForCaller,
  holdForCaller,
  pagesAroundTime,
} from '#usecases/answering/book-for-caller.ts'
import { mayOverbook } from '#usecases/answering/overbook.ts'
import { journeyOf } from '#usecases/answering/save-page.ts'
import { BadRequest, html, type Reply, seeOther } from '#web/http.ts'
import { staffPages } from '#web/show/staff/pages.ts'
import { moment } from '#web/show/when.ts'
import { around, caseAt, type DeskVisit } from '../visit.ts'
import { momentIn } from './moment-in.ts'
import { timesFor } from './times.ts'

export type CallerBooking = DeskVisit & { readonly service: Bookable; readonly draft: Draft }

export const beginBooking = async (visit: DeskVisit): Promise<Reply> => {
  const { desk, user, request } = visit
  const service = desk.services.filter(isBookable).find(({ id }) => id === one(request.posted, 'service'))
  if (service === undefined || !can(user, 'book-for', { team: service.team })) throw new BadRequest(403)
  return seeOther(bookingAt(await beginForCaller(desk, service, user)))
}

export const bookingAt = ({ id }: Draft): string => `/desk/book/${encodeURIComponent(id)}`

// Their own, and not sent yet; one that was sent is a case.
export const inBooking =
  (answer: (visit: CallerBooking) => Promise<Reply> | Reply) =>
  async (visit: DeskVisit): Promise<Reply> => {
    const { desk, user, request } = visit
    const draft = await desk.drafts.get(request.pathValues.draft ?? '')
    const service = desk.services.filter(isBookable).find(({ id }) => id === draft?.service)
    if (draft === undefined || service === undefined || draft.by !== user.id) throw new BadRequest(404)
    return draft.caseReference === undefined
      ? answer({ ...visit, service, draft })
      : seeOther(caseAt(draft.caseReference))
  }

export const showNeeds = inBooking((visit) => {
  const { before } = pagesAroundTime(visit.service.form)
  return html(needsPage(visit, typedIn(visit, before), []))
})

export const takeNeeds = inBooking(async (visit) => {
  const { before } = pagesAroundTime(visit.service.form)
  const { desk, request, service, draft } = visit
  const done = await answerForCaller(desk, { service, draft, pages: before, posted: request.posted })
  if (!done.ok) throw new BadRequest(404)
  const { problems } = done.value
  return problems.length > 0 ? html(needsPage(visit, request.posted, problems)) : seeOther(`${bookingAt(draft)}/time`)
})

const needsPage = (visit: CallerBooking, typed: Typed, problems: readonly Problem[]): string =>
  staffPages.bookForCaller({
    around: around(visit, { back: { text: 'Back to the front desk', href: '/desk' } }),
    title: `${visit.service.name}: what do they need?`,
    told: ['Ask what applies to them, and leave the rest. The page tells you if something is missing.'],
    ...{ pages: pagesAroundTime(visit.service.form).before, typed, problems },
    ...{ action: bookingAt(visit.draft), button: 'Find times' },
  })

export const showTimes = inBooking((visit) => timesReply(visit, []))

export const takeTime = inBooking(async (visit) => {
  const { desk, request, service, draft } = visit
  const chosen = momentIn(request.posted)
  if (chosen === undefined) return timesReply(visit, [{ field: 'time', words: 'Select a time' }])
  const held = await holdForCaller(desk, { service, draft, ...chosen })
  if (held.ok) return seeOther(`${bookingAt(draft)}/who`)
  if (held.error !== 'taken') throw new BadRequest(404)
  return timesReply(visit, [{ field: 'time', words: 'Somebody has just taken this time. Select another' }])
})

const timesReply = async (visit: CallerBooking, problems: readonly Problem[]): Promise<Reply> => {
  const { desk, service, draft, request } = visit
  const walk = journeyOf(service, draft, desk.clock)
  const query = service.booking.query(walk.answers)
  if (query === undefined) return seeOther(bookingAt(draft))
  const told = pagesAroundTime(service.form).before.flatMap(({ key }) => {
    const step = walk.find(key)
    return (step && walk.exitAt(step)) ?? []
  })
  const page = { id: 'time', title: 'Time', questions: { time: timeQuestion } }
  return html(
    staffPages.bookForCaller({
      around: around(visit, { back: { text: 'Back', href: bookingAt(draft) } }),
      title: `${service.name}: when?`,
      ...{ pages: [{ key: 'time', page }], typed: {}, problems: [...gone(visit), ...problems] },
      ...(await timesFor(visit, { booking: service.booking, query, holder: draft.id, at: request.path })),
      told: told.map(({ title, reasons }) => [title, ...reasons].join(' ')),
      ...(mayOverbook(visit.user, service) ? { over: `${bookingAt(draft)}/over` } : {}),
      ...{ action: request.path, button: 'Keep this time' },
    }),
  )
}

const timeQuestion = { kind: 'slot-time', missing: 'Select a time', label: 'Time' } as const

// Sent back from the last page: the time could not be booked.
const gone = ({ request }: CallerBooking): readonly Problem[] =>
  request.query.taken === undefined ? [] : [{ field: 'time', words: 'The time is no longer free. Select another' }]

export const showWho = inBooking((visit) =>
  whoReply(visit, typedIn(visit, pagesAroundTime(visit.service.form).after), []),
)

export const takeWho = inBooking(async (visit) => {
  const { desk, request, service, draft, user } = visit
  const asked = keepFields(request.posted, askedQuestions)
  const done = await answerForCaller(desk, {
    service,
    draft,
    pages: pagesAroundTime(service.form).after,
    posted: request.posted,
    way: askedIn(asked).way,
  })
  if (!done.ok) throw new BadRequest(404)
  const problems = [...done.value.problems, ...askedProblems(visit, asked)]
  if (problems.length > 0) return whoReply(visit, request.posted, problems)
  const booked = await bookForCaller(desk, { service, draft: done.value.draft, user, asked: askedIn(asked) })
  if (booked.ok) return bookedReply(visit, booked.value.reference)
  if (typeof booked.error === 'object' && booked.error.is === 'already-booked')
    return whoReply(visit, request.posted, [standing(booked.error.reference)])
  return seeOther(booked.error === 'not-complete' ? bookingAt(draft) : `${bookingAt(draft)}/time?taken=1`)
})

const bookedReply = async ({ desk }: CallerBooking, reference: string): Promise<Reply> => {
  const whole = await desk.cases.opened(reference)
  return seeOther(`${caseAt(reference)}?done=${whole?.lately.at(-1)?.id ?? ''}`)
}

const standing = (reference: string): Problem => ({
  field: 'askedBy',
  words: `They have an appointment like this already: ${reference}. Change that one instead`,
})

const askedProblems = ({ desk }: CallerBooking, asked: Typed): readonly Problem[] =>
  Object.entries(askedQuestions).flatMap(([id, question]) =>
    problemsOf(asked, id, question, londonDay(desk.clock.now())),
  )

const whoReply = (visit: CallerBooking, typed: Typed, problems: readonly Problem[]): Reply => {
  const { service, draft } = visit
  const { hold } = draft
  if (hold === undefined) return seeOther(`${bookingAt(draft)}/time`)
  const asked = { key: 'asked', page: { id: 'asked', title: 'Who asked?', questions: askedQuestions } }
  return html(
    staffPages.bookForCaller({
      around: around(visit, { back: { text: 'Back to the times', href: `${bookingAt(draft)}/time` } }),
      title: `${service.name}: who is it for?`,
      ...{ pages: [...pagesAroundTime(service.form).after, asked], typed, problems },
      told: [`${whenOf(hold.slot)} is kept until ${moment(hold.until)}.`],
      ...{ action: `${bookingAt(draft)}/who`, button: 'Book the appointment' },
    }),
  )
}

// As it was typed before, of all these pages together.
const typedIn = ({ draft }: CallerBooking, pages: readonly KeptPage[]): Typed =>
  Object.assign({}, ...pages.map(({ key }) => draft.pages[key] ?? {}))
