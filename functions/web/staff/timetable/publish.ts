// The draft of the next timetable: from which day and why, its changes, what they would do, and
// publishing it.
import { addDays, inWords } from '#domain/day.ts'
import { date, longText } from '#domain/forms/ask.ts'
import { answerOf, problemsOf } from '#domain/forms/fields/index.ts'
import { one, type Problem, type Typed } from '#domain/forms/kind.ts'
import { londonDay } from '#domain/london.ts'
import { nameOf } from '#domain/slots/elements.ts'
import { changeDraft } from '#usecases/booking/rota/draft.ts'
import { mostDaysAhead, publish, timetablePreviewOf } from '#usecases/booking/rota/publish.ts'
import { html, type Reply, seeOther } from '#web/http.ts'
import { staffPages } from '#web/show/staff/pages.ts'
import { around } from '../visit.ts'
import { inRotaDraft, type RotaDraftVisit, type RotaVisit, rotaAt, runningRota } from './rota-visit.ts'

const from = date('From which day?', {
  ...{ missing: 'Enter the day from which it holds', must: 'future', withinYears: 1, for: 'officer' },
  hint: 'From tomorrow on. To take time away today, close it instead',
})
const reason = longText('Why is it changed?', {
  ...{ missing: 'Enter why it is changed', hint: 'Do not write about a person’s health or leave', most: 300, rows: 3 },
  for: 'officer',
})
const needs = { from, reason }

export const showBegin = runningRota((visit) =>
  visit.rota.draft?.plan === undefined ? beginReply(visit, {}, []) : seeOther(`${rotaAt(visit.rota.service)}/draft`),
)

export const takeBegin = runningRota(async (visit) => {
  const { desk, request, rota, user } = visit
  const { posted } = request
  const problems = beginProblems(visit, posted)
  const day = answerOf(posted, 'from', from, londonDay(desk.clock.now()))
  if (problems.length > 0 || typeof day !== 'string') return beginReply(visit, posted, problems)
  const plan = { from: day, reason: one(posted, 'reason') }
  return kept(visit, await changeDraft(desk, rota, user, { changes: rota.draft?.changes ?? [], plan }), '')
})

const beginProblems = ({ desk }: RotaVisit, typed: Typed): readonly Problem[] => {
  const today = londonDay(desk.clock.now())
  const problems = Object.entries(needs).flatMap(([id, asked]) => problemsOf(typed, id, asked, today))
  const day = answerOf(typed, 'from', from, today)
  if (problems.length > 0 || typeof day !== 'string') return problems
  if (day <= today) return [{ field: 'from-day', words: 'The day must be in the future: close time to change today' }]
  const last = addDays(today, mostDaysAhead)
  return day > last ? [{ field: 'from-day', words: `The day must be the same as or before ${inWords(last)}` }] : []
}

const beginReply = (visit: RotaVisit, typed: Typed, problems: readonly Problem[]): Reply =>
  html(
    staffPages.form({
      ...{ around: around(visit, toTimetable(visit)), title: 'Change the timetable', typed, problems, needs },
      words: ['Nothing changes until you publish it. First you see what times are lost and gained, and who is booked.'],
      ...{ action: visit.request.path, button: 'Continue', cancel: rotaAt(visit.rota.service) },
    }),
  )

const kept = ({ rota }: RotaVisit, done: { readonly ok: boolean }, page: string): Reply =>
  seeOther(done.ok ? `${rotaAt(rota.service)}${page}` : `${rotaAt(rota.service)}?quicker=1`)

export const showDraft = inRotaDraft((visit) => {
  const { rota, draft, user } = visit
  return html(
    staffPages.rotaDraft({
      around: around(visit, toTimetable(visit)),
      ...{ at: rotaAt(rota.service), base: rota.base, draft, mine: draft.plan?.asked?.by.id === user.id },
    }),
  )
})

export const takeDrop = inRotaDraft(async (visit) => {
  const { desk, request, rota, user, draft } = visit
  const name = one(request.posted, 'change')
  const changes = draft.changes.filter((change) => nameOf(change) !== name)
  return kept(visit, await changeDraft(desk, rota, user, { ...draft, changes }), '/draft')
})

export const takeEnd = inRotaDraft(async (visit) => {
  const { desk, rota, user } = visit
  return kept(visit, await changeDraft(desk, rota, user, { changes: [] }), '')
})

export const showPreview = inRotaDraft((visit) => previewReply(visit))

export const takePreview = inRotaDraft(async (visit) => {
  const { desk, request, rota, user, draft } = visit
  if (one(request.posted, 'seen') !== String(draft.version))
    return previewReply(visit, problemWords['changed-elsewhere'])
  const done = await publish(desk, rota, user)
  if (!done.ok) return previewReply(visit, problemWords[done.error])
  const at = rotaAt(rota.service)
  return seeOther(done.value.is === 'asked' ? `${at}/draft` : `${at}/versions/${done.value.version}`)
})

const problemWords = {
  'changed-elsewhere': 'Somebody else changed the draft or the timetable meanwhile. Look again, then publish it',
  stopped: 'It cannot be published as it is: put right what is wrong first',
  empty: 'Nothing is changed',
  'too-late': 'Its day has come. Leave the draft, and begin again from a later day',
} as const

const toTimetable = ({ rota }: RotaVisit) => ({
  back: { text: 'Back to the timetable', href: rotaAt(rota.service) },
})

const previewReply = async (visit: RotaDraftVisit, problem?: string): Promise<Reply> => {
  const { desk, rota, user, draft } = visit
  const day = draft.plan?.from ?? ''
  return html(
    staffPages.rotaPreview({
      around: around(visit, { back: { text: 'Back to the draft', href: `${rotaAt(rota.service)}/draft` } }),
      ...{ at: rotaAt(rota.service), base: rota.base, draft, preview: await timetablePreviewOf(desk, rota, day) },
      mine: draft.plan?.asked?.by.id === user.id,
      ...(problem === undefined ? {} : { problem }),
    }),
  )
}
