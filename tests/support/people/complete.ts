// Fills in a whole form with samples of each kind: the first page that is not done, again and again, until all is.

import { addDays, type Day, datePartsOf } from '#domain/day.ts'
import type { Agreement } from '#domain/forms/agreement.ts'
import { addItem, type Change, changed, type Draft, pageSaved, saveStep } from '#domain/forms/answered/draft.ts'
import { continueField, type Journey, journey, type ListStep, type Step } from '#domain/forms/answered/journey.ts'
import { sampleOf } from '#domain/forms/fields/index.ts'
import type { Form } from '#domain/forms/form.ts'
import type { Pick, Typed } from '#domain/forms/kind.ts'

export const emptyDraft = (form: Form): Draft => ({
  id: 'draft',
  service: form.id,
  formVersion: form.version,
  version: 1,
  status: 'draft',
  reference: 'SAMPLE',
  startedAt: 0,
  touchedAt: 0,
  expiresAt: 0,
  pages: {},
  items: {},
})

const mostSteps = 2000

export const completed = (form: Form, today: Day, pick: Pick): Draft => {
  let draft = emptyDraft(form)
  for (let left = mostSteps; left > 0; left -= 1) {
    const walk = journey(form, draft, today)
    const step = walk.firstUndone()
    if (step === undefined) return draft
    draft = changed(draft, step.is === 'list' ? listChange(draft, step, pick) : pageChange(walk, step, pick), 0)
  }
  throw new Error(`${form.id} is not complete after ${mostSteps} steps: ${stuckAt(form, draft, today)}`)
}

const stuckAt = (form: Form, draft: Draft, today: Day): string => {
  const walk = journey(form, draft, today)
  const step = walk.firstUndone()
  return step === undefined ? '' : `${step.key} ${JSON.stringify(walk.problems(step))}`
}

// A list gets what it needs, now and then one more, and where a rule over the whole of it is not met, it begins anew.
const listChange = (draft: Draft, { section, key }: ListStep, pick: Pick): Change => {
  const items = draft.items[section.id] ?? []
  const wanted = Math.max(section.least, wholeOf[key]?.length ?? pick(3))
  if (items.length < wanted) return addItem(draft, section).change
  const said = draft.pages[key]?.another?.[0] === 'no'
  if (!said) return pageSaved(key, { another: ['no'] })
  return {
    is: 'remove',
    section: section.id,
    items: [],
    gone: Object.keys(draft.pages).filter((page) => page === key || page.startsWith(`${key}/`)),
  }
}

// An advising exit is passed; a blocking one is left by changing this answer, or an earlier one of the section.
const pageChange = (walk: Journey, step: Step, pick: Pick): Change => {
  const exit = walk.problems(step).length > 0 ? undefined : walk.exitAt(step)
  if (exit === undefined) return sampleChange(walk, step, pick)
  if (exit.advise === true) return saveStep(step, { ...walk.answers.typed(step.key), [continueField(exit)]: ['yes'] })
  const before = walk.steps(step.section).filter((other) => other.is === 'page')
  return sampleChange(walk, before[pick(before.indexOf(step) + 1)] ?? step, pick)
}

const sampleChange = (walk: Journey, step: Step, pick: Pick): Change => {
  const { today } = walk.answers
  const sampled: Typed = Object.fromEntries(
    Object.entries(step.page.questions).flatMap(([id, question]) =>
      Object.entries(sampleOf(pick, id, question, today)),
    ),
  )
  const typed = (step.page.agrees ?? []).reduce((all, rule) => agreed(all, rule, walk), sampled)
  return saveStep(step, { ...typed, ...wantedAt(step, today) })
}

const agreed = (typed: Typed, rule: Agreement, walk: Journey): Typed => {
  if (rule.is === 'adds-up') {
    const total = walk.answers.answer(rule.to)
    const [first, ...others] = rule.questions
    if (first === undefined || typeof total !== 'number') return typed
    return { ...typed, [first]: [String(total)], ...Object.fromEntries(others.map((id) => [id, ['0']])) }
  }
  if (rule.is === 'on-land') {
    const place = rule.questions.length === 1 ? ['SY 690 906'] : ['369000', '90600']
    return { ...typed, ...Object.fromEntries(rule.questions.map((id, at) => [id, [place[at] ?? '']])) }
  }
  if (rule.is === 'at-most') return { ...typed, [rule.question]: ['0'] }
  return { ...typed, ...dayTyped(rule.question, walk.answers.today) }
}

const dayTyped = (id: string, day: Day): Typed => {
  const { year, month, date } = datePartsOf(day)
  return { [`${id}-day`]: [String(date)], [`${id}-month`]: [String(month)], [`${id}-year`]: [String(year)] }
}

// Where a rule over a whole list asks for more than any sample knows: an address history without gaps, two plans at their scales.
type Wanted = Readonly<Record<string, (today: Day) => Typed>>
const plan = (type: string, scale: string): Wanted => ({
  type: () => ({ documentTypes: [type] }),
  drawing: () => ({ scale: [scale], paper: ['a3'] }),
})
const wholeOf: Readonly<Record<string, readonly Wanted[]>> = {
  'address-history': [
    {
      who: () => ({ livedHere: ['applicant', 'joint'] }),
      dates: (today) => ({ ...dayTyped('movedIn', addDays(today, -4000)), livesHereNow: ['yes'] }),
    },
  ],
  documents: [plan('locationPlan', '1250'), plan('sitePlan.proposed', '500')],
}

const wantedAt = ({ section, page, item }: Step, today: Day): Typed => {
  const wanted = wholeOf[section.id]
  const at = wanted?.[(Number(item) - 1) % wanted.length]
  return at?.[page.id]?.(today) ?? {}
}
