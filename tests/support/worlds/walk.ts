// Walks a form as a persona does, without any web: each step saved in the form's own order, each mistake made first.

import type { Day } from '#domain/day.ts'
import { addItem, type Change, changed, type Draft, pageSaved, saveStep } from '#domain/forms/answered/draft.ts'
import { type AnyStep, continueField, type Journey, journey, type Step } from '#domain/forms/answered/journey.ts'
import { fieldsOf } from '#domain/forms/fields/index.ts'
import type { Form } from '#domain/forms/form.ts'
import type { Typed } from '#domain/forms/kind.ts'
import { londonDay } from '#domain/london.ts'
import { type Booking, chosenDay, daysFrom } from '#domain/slots/booking.ts'
import { slotsOn, timesOn } from '#domain/slots/timetable.ts'
import { serviceOf } from '#services/catalogue.ts'
import { emptyDraft } from '../people/complete.ts'
import type { Persona, PersonaPage, PersonaStep } from '../people/personas.ts'

export type Walked = {
  readonly walk: Journey
  readonly draft: Draft
  // Where the form and the persona's file part, in words. Empty when they agree.
  readonly faults: readonly string[]
  // Keys of the pages that were shown, as section/page.
  readonly reached: readonly string[]
}

export const walked = (form: Form, persona: Persona, booking = serviceOf(form.id)?.booking): Walked => {
  let draft = emptyDraft(form)
  const faults: string[] = []
  const reached: string[] = []
  for (const step of persona.steps) {
    const before = journey(form, draft, persona.today)
    const next = nextStep(before, draft)
    if (next?.key !== step.key) {
      faults.push(`The form asks ${next?.key ?? 'nothing more'} where the persona answers ${step.key}`)
      break
    }
    reached.push(next.is === 'list' ? next.key : `${next.section.id}/${next.page.id}`)
    faults.push(...mistakesAt(form, draft, persona, { step, next }), ...turnsAt(form, draft, persona, { step, next }))
    draft = answered({ walk: before, draft, booking }, step, next)
    faults.push(...endsAt(journey(form, draft, persona.today), step, next))
  }
  return { walk: journey(form, draft, persona.today), draft, faults, reached }
}

// "first" is the first day or time that is free on the timetable; a file that is sent has an id.
const typedAt = (so: SoFar, step: PersonaPage, next: Step): Typed =>
  Object.fromEntries(
    Object.entries({ ...step.typed, ...uploadedAt(step, next) }).map(([field, values]) => {
      const kind = next.page.questions[field]?.kind
      const slot = values[0] === 'first' && (kind === 'slot-day' || kind === 'slot-time')
      return [field, slot ? [firstFree(so, kind)] : values]
    }),
  )

// The step that a person who goes from page to page stands at next.
const nextStep = (walk: Journey, draft: Draft): AnyStep | undefined =>
  walk.sections
    .flatMap(walk.steps)
    .find((step) => (step.is === 'list' ? !walk.done(step) : draft.pages[step.key] === undefined))

type SoFar = { readonly walk: Journey; readonly draft: Draft; readonly booking: Booking | undefined }

const answered = (so: SoFar, step: PersonaStep, next: AnyStep): Draft => changed(so.draft, changeFor(so, step, next), 0)

const changeFor = (so: SoFar, step: PersonaStep, next: AnyStep): Change => {
  if (step.is === 'page' && next.is === 'page') {
    const met = step.exit?.continues === true ? next.page.exits?.find(({ id }) => id === step.exit?.id) : undefined
    const passed = met === undefined ? {} : { [continueField(met)]: ['yes'] }
    return saveStep(next, { ...typedAt(so, step, next), ...passed })
  }
  if (next.is === 'list' && step.is === 'list' && step.another === 'yes') return addItem(so.draft, next.section).change
  return pageSaved(step.key, { another: ['no'] })
}

const changeAt = (next: AnyStep, key: string, typed: Typed): Change =>
  next.is === 'page' ? saveStep(next, typed) : pageSaved(key, typed)

type At = { readonly step: PersonaStep; readonly next: AnyStep }

const mistakesAt = (form: Form, draft: Draft, { today }: Persona, { step, next }: At): readonly string[] =>
  step.mistakes.flatMap(({ typed, problems }) => {
    const walk = journey(form, changed(draft, changeAt(next, step.key, typed), 0), today)
    const told = Object.fromEntries(walk.problems(next).map(({ field, words }) => [field, words]))
    return same(told, problems)
      ? []
      : [`At ${step.key} the form says ${words(told)} and the persona ${words(problems)}`]
  })

const turnsAt = (form: Form, draft: Draft, { today }: Persona, { step, next }: At): readonly string[] =>
  (step.is === 'page' ? step.turns : []).flatMap(({ typed, exit }) => {
    const found = journey(form, changed(draft, changeAt(next, step.key, typed), 0), today).exitAt(next)?.id
    return found === exit ? [] : [`${step.key} turns back at the exit ${found ?? 'none'}, not ${exit}`]
  })

const endsAt = (walk: Journey, step: PersonaStep, next: AnyStep): readonly string[] => {
  if (step.is === 'list' || next.is === 'list') return []
  const fields = Object.entries(next.page.questions).flatMap(([id, question]) => fieldsOf(id, question))
  const unknown = Object.keys(step.typed).filter((field) => !fields.includes(field))
  const problems = walk.problems(next).map(({ field, words }) => `${field}: ${words}`)
  const exit = walk.exitAt(next)?.id
  return [
    ...unknown.map((field) => `${step.key} has no control ${field}`),
    ...problems.map((problem) => `${step.key} refuses ${problem}`),
    ...(exit === step.exit?.id
      ? []
      : [`${step.key} leads to the exit ${exit ?? 'none'}, not ${step.exit?.id ?? 'none'}`]),
  ]
}

const uploadedAt = (step: PersonaPage, next: Step): Typed => {
  const asked = Object.entries(next.page.questions).find(([, { kind }]) => kind === 'files')
  return asked === undefined || step.upload === undefined
    ? {}
    : { [asked[0]]: ['upload-0001'], [`${asked[0]}-name`]: [step.upload] }
}

const firstFree = ({ walk, booking }: SoFar, kind: 'slot-day' | 'slot-time'): string => {
  const { answers } = walk
  const query = booking?.query(answers)
  if (booking === undefined || query === undefined) return ''
  const given = { taken: new Map(), now: Date.parse(`${answers.today}T09:00:00Z`), today: answers.today }
  const free = (day: Day) => timesOn(slotsOn(booking.timetable, query, day, given))
  if (kind === 'slot-time') return free(chosenDay(booking, answers) ?? '')[0]?.id ?? ''
  return daysFrom(booking, query, londonDay(given.now)).find((day) => free(day).length > 0) ?? ''
}

const same = (one: Readonly<Record<string, string>>, other: Readonly<Record<string, string>>): boolean =>
  JSON.stringify(Object.entries(one).sort()) === JSON.stringify(Object.entries(other).sort())

const words = (problems: Readonly<Record<string, string>>): string => JSON.stringify(problems)
