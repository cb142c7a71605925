// What a save adds to what is counted of a draft, to be written with it: where it led, what was wrong,
// how it would end here. Where that cannot be worked out the page is saved without it.
import type { Draft } from '#domain/forms/answered/draft.ts'
import { type Journey, nextInSection, type Step } from '#domain/forms/answered/journey.ts'
import {
  type ErrorKind,
  noTrail,
  pageName,
  type ReturnWay,
  trailAfter,
  type Walked,
} from '#domain/forms/answered/trail.ts'
import { triedAfter } from '#domain/forms/answered/tried.ts'
import type { Ending } from '#domain/forms/ends.ts'
import { fieldsOf } from '#domain/forms/fields/index.ts'
import type { Problem, Typed } from '#domain/forms/kind.ts'
import type { Question } from '#domain/forms/question.ts'
import { chosenDay } from '#domain/slots/booking.ts'
import type { Service } from '#services/service.ts'

export type Saving = {
  readonly service: Pick<Service, 'filledInBy' | 'booking'>
  readonly draft: Draft
  readonly walk: Journey
  readonly step: Step
  readonly typed: Typed
  readonly now: number
  readonly way?: ReturnWay
  // The time that was chosen is about to be held.
  readonly holds?: true
}

export const walkedAfter = (saving: Saving): Walked | undefined => {
  try {
    return worked(saving)
  } catch {
    return saving.draft.walked
  }
}

const worked = (saving: Saving): Walked | undefined => {
  const { service, draft, walk, step, typed, now, way } = saving
  const { channel: _before, ...kept } = draft.walked ?? {}
  if (draft.reopens !== undefined) return undefined
  const walked = { ...kept, ...channelIn(service, walk) }
  const problems = walk.problems(step)
  const ended = endingAfter({ draft, walk, step, now })
  if (walked.uncounted === true) return { ...walked, ...ended }
  const trail = trailAfter(walked.trail ?? noTrail, {
    key: step.key,
    next: problems.length > 0 ? step.key : (nextInSection(walk, step)?.key ?? ''),
    errors: problems.map((problem) => errorOf(problem, step, typed)),
    now,
    before: draft.touchedAt,
    ...(way === undefined ? {} : { way }),
  })
  return { ...walked, ...ended, ...(problems.length > 0 ? {} : triedIn(saving)), trail }
}

const triedIn = ({ service: { booking }, draft, walk, now, holds }: Saving): Pick<Walked, 'tried'> => {
  if (booking === undefined || holds !== true) return {}
  const [day, time] = [chosenDay(booking, walk.answers), walk.answers.answer(booking.questions.time)]
  return day === undefined || typeof time !== 'string'
    ? {}
    : { tried: triedAfter(draft.walked?.tried, { day, time, now }) }
}

// The person alone, as long as nothing else is said.
const channelIn = ({ filledInBy }: Saving['service'], { answers }: Journey): Pick<Walked, 'channel'> => {
  const channel = filledInBy?.(answers) ?? 'self'
  return channel === 'self' ? {} : { channel }
}

// The first end stands; whoever goes on after an error of ours, or comes to a time after all, has not ended.
const endingAfter = ({
  draft,
  walk,
  step,
  now,
}: Omit<Saving, 'typed' | 'service' | 'way' | 'holds'>): { readonly ended?: Ending } => {
  const { ended } = draft.walked ?? {}
  if (ended !== undefined && ended.is !== 'ours' && ended.is !== 'no-times') return {}
  const exit = walk.exitAt(step)
  if (exit === undefined || walk.done(step) || exit.ends === 'on-the-way') return {}
  return { ended: { is: exit.ends, page: pageName(step.key), at: now } }
}

// Past an exit that only advises: it was no end.
export const withoutEnding = ({ walked }: Draft, key: string): Walked | undefined => {
  if (walked?.ended === undefined || walked.ended.page !== pageName(key)) return walked
  const { ended: _, ...rest } = walked
  return rest
}

const errorOf = ({ field, words }: Problem, { page }: Step, typed: Typed) => {
  const [id, question] = Object.entries(page.questions).find(([name, one]) => fieldsOf(name, one).includes(field)) ?? []
  return { field: id ?? field, kind: kindOf(words, question, typed[field]) }
}

const kindOf = (words: string, question: Question | undefined, given: readonly string[] = []): ErrorKind => {
  if (question?.kind === 'files') return 'file'
  if (words === question?.missing || given.every((value) => value.trim() === '')) return 'missing'
  return wordsFor.find(([pattern]) => pattern.test(words))?.[1] ?? 'format'
}

// As the Design System's templates word them.
const wordsFor: readonly (readonly [RegExp, ErrorKind])[] = [
  [/characters or (fewer|less)|too long|longer than/i, 'too-long'],
  [/must be (between|in the|today|after|before|\d|.*or (more|fewer|less|later|earlier))/i, 'out-of-range'],
  [/not found|cannot find|could not find/i, 'not-found'],
  [/same as|already|does not match|not both/i, 'conflict'],
]
