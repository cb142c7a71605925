// A question page: shown with what was typed, saved as it is posted, and shown again with its problems or left for the next.

import { saveStep } from '#domain/forms/answered/draft.ts'
import { continueField, itemName, type Step } from '#domain/forms/answered/journey.ts'
import type { ReturnWay } from '#domain/forms/answered/trail.ts'
import { holds } from '#domain/forms/condition.ts'
import { fieldsOf } from '#domain/forms/fields/index.ts'
import type { Exit } from '#domain/forms/form.ts'
import { one, type Problem, type Typed } from '#domain/forms/kind.ts'
import { journeyOf, saveChange, savePage } from '#usecases/answering/save-page.ts'
import { withoutEnding } from '#usecases/answering/walked.ts'
import { BadRequest, html, type Reply, type Request, seeOther } from '#web/http.ts'
import { pages } from '#web/show/citizen/pages.ts'
import { keepTimeLonger } from '../booking/hold-longer.ts'
import { holdChosen, timeGone } from '../booking/slots.ts'
import { tieToWaysBack } from '../coming-back/tie.ts'
import { problemReply } from '../problem.ts'
import { type Answer, around, changing, type DraftVisit, to, toChange } from '../visit.ts'
import { after, back, instead } from '../where.ts'
import { keyAt } from './address.ts'
import { extraFor, typedFor } from './extras.ts'
import { uploadProblems, uploadQuery } from './uploads.ts'

export const showQuestion = async (visit: DraftVisit): Promise<Answer> => {
  const step = stepAt(visit)
  if (step === undefined) return elsewhere(visit)
  if (!visit.walk.mayVisit(step)) return seeOther(to(visit.service, instead(visit.walk, step)))
  const [here, change] = [to(visit.service, step.key), changing(visit.request)]
  // Its key may tell what its address does not.
  if (visit.request.path !== here) return seeOther(change ? toChange(visit.service, step.key) : here)
  return questionReply(visit, step, { typed: visit.walk.answers.typed(step.key), problems: timeGone(visit, step) })
}

export const takeQuestion = async (visit: DraftVisit): Promise<Answer> => {
  const step = stepAt(visit)
  if (step === undefined) return elsewhere(visit)
  if (!visit.walk.mayVisit(step)) return seeOther(to(visit.service, instead(visit.walk, step)))
  const { typed: posted, stay } = await typedFor(visit, step)
  // From the address that one of its parts had alone: the others stay as they are.
  const typed = pageKeyIn(visit) === step.key ? posted : { ...visit.walk.answers.typed(step.key), ...posted }
  const { service, draft } = visit
  const wanted = one(visit.request.posted, 'do')
  const how = { ...wayIn(visit), ...(wanted === '' && !stay && isTime(step) ? { holds: true as const } : {}) }
  const saved = await savePage(visit.counter, { service, draft, step, posted: typed, ...how })
  if (!saved.ok && saved.error === 'too-much') return questionReply(visit, step, { typed, problems: [tooLong(step)] })
  if (!saved.ok) return problemReply(visit.counter, visit.request, saved.error === 'gone' ? 404 : 409)
  const now: DraftVisit = { ...visit, draft: saved.value.draft, walk: saved.value.walk }
  await tieToWaysBack(now, step, visit.walk.answers)
  if (wanted === 'save') return seeOther(to(visit.service, 'save'))
  if (wanted === 'keep') return keepTimeLonger(now)
  if (wanted === 'time') return seeOther(withTime(visit.request))
  if (stay) return seeOther(visit.request.path + (changing(visit.request) ? '?change=1' : ''))
  if (saved.value.problems.length > 0) {
    const problems = await uploadProblems(now, step, saved.value.problems)
    return questionReply(now, step, { typed: now.walk.answers.typed(step.key), problems })
  }
  return proceed(now, step)
}

const isTime = ({ page }: Step): boolean => page.does === 'slot-time'

const wayIn = ({ session, helper }: DraftVisit): { readonly way?: ReturnWay } => {
  if (helper !== undefined) return { way: 'helper' }
  return session.wayIn === undefined ? {} : { way: session.wayIn }
}

// The page as it was typed, with more time: any request begins the session's 30 minutes anew.
const withTime = (request: Request): string => `${request.path}?${changing(request) ? 'change=1&' : ''}time=1`

// Nothing of it is saved, and it comes back to be shortened.
const tooLong = ({ page }: Step): Problem => ({
  field: Object.entries(page.questions).flatMap(([id, question]) => fieldsOf(id, question))[0] ?? '',
  words: 'Your answers are longer than we can keep. Shorten this one, or an earlier one',
})

// The step's own machinery may still refuse (a slot that was just taken).
const proceed = async (visit: DraftVisit, step: Step): Promise<Answer> => {
  const refused = await holdChosen(visit, step)
  if (refused.length > 0)
    return questionReply(visit, step, { typed: visit.walk.answers.typed(step.key), problems: refused })
  return seeOther(to(visit.service, after(visit.walk, step, changing(visit.request))))
}

type Asked = { readonly typed: Typed; readonly problems: readonly Problem[]; readonly notSaved?: boolean }

export const questionReply = async (visit: DraftVisit, step: Step, asked: Asked): Promise<Reply> => {
  const { typed, problems, notSaved } = asked
  const change = changing(visit.request)
  const before = back(visit.walk, step, change)
  const name =
    step.section.is === 'many' && step.item !== undefined
      ? itemName(visit.walk.answers, step.section, step.item)
      : undefined
  const extra = await extraFor(visit, step, typed)
  const sent = extra.upload?.problem
  return html(
    pages.question({
      around: around(visit, visit.service, before === undefined ? undefined : to(visit.service, before)),
      page: step.page,
      typed,
      problems: problems.length === 0 && sent !== undefined ? [sent] : problems,
      action: visit.request.path + uploadQuery(visit.request),
      caption: step.section.title,
      mayLeave: visit.helper === undefined,
      extra,
      theirs: step.page.theirs !== undefined && holds(step.page.theirs, visit.walk.answers),
      ...(notSaved === true ? { notSaved } : {}),
      ...(name === undefined ? {} : { name }),
    }),
  )
}

export const showExit = (visit: DraftVisit): Answer => {
  const step = stepAt(visit)
  const exit = step === undefined ? undefined : visit.walk.exitAt(step)
  if (step === undefined || exit === undefined) return elsewhere(visit)
  return html(
    pages.exit({
      around: around(visit, visit.service, to(visit.service, step.key)),
      exit,
      phone: visit.service.start.phone,
      change: to(visit.service, step.key),
      action: to(visit.service, `${step.key}/exit`),
    }),
  )
}

// "Continue anyway": what the rules say against an application is provisional until a person decides.
export const passExit = async (visit: DraftVisit): Promise<Answer> => {
  const step = stepAt(visit)
  const exit = step === undefined ? undefined : visit.walk.exitAt(step)
  if (step === undefined || exit === undefined || exit.advise !== true) return elsewhere(visit)
  const saved = await saveChange(visit.counter, visit.draft, goingOn(visit, step, exit))
  if (!saved.ok) return problemReply(visit.counter, visit.request, 409)
  const walk = journeyOf(visit.service, saved.value, visit.counter.clock)
  return seeOther(to(visit.service, after(walk, step, false)))
}

const goingOn = (visit: DraftVisit, step: Step, exit: Exit) => {
  const walked = withoutEnding(visit.draft, step.key)
  const change = saveStep(step, continued(visit, step, exit))
  return walked === undefined ? change : { ...change, walked }
}

const continued = (visit: DraftVisit, step: Step, exit: Exit): Typed => ({
  ...visit.walk.answers.typed(step.key),
  [continueField(exit)]: ['yes'],
})

// The address below the service is the page's key.
export const pageKeyIn = ({ request, service }: DraftVisit): string =>
  keyAt(service.form, request.path.slice(service.id.length + 2).replace(/\/(exit|remove-file|upload-form)$/, ''))

export const stepAt = (visit: DraftVisit): Step | undefined => {
  const step = visit.walk.find(pageKeyIn(visit))
  return step?.is === 'page' ? step : undefined
}

// A page of the form that is not on this person's path leads back to it; one that no form has is not found.
export const elsewhere = (visit: DraftVisit): Reply => {
  const [sectionId = '', second = '', third] = pageKeyIn(visit).split('/')
  const section = visit.service.form.sections.find(({ id }) => id === sectionId)
  const page = section?.pages.some(({ id }) => id === (third ?? second)) ?? false
  if (section === undefined || !(page || second === '')) throw new BadRequest(404)
  return seeOther(to(visit.service, instead(visit.walk)))
}
