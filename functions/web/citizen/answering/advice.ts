// Between check-your-answers and the declaration: what the rules say so far. A person may change an answer, or go on whatever it says.
import { questionsOn } from '#domain/forms/answered/answers.ts'
import type { Journey } from '#domain/forms/answered/journey.ts'
import { askedAs } from '#domain/forms/asked-as.ts'
import type { Part } from '#domain/rules/assessment.ts'
import { html, seeOther } from '#web/http.ts'
import { pages } from '#web/show/citizen/pages.ts'
import type { Linked } from '#web/show/working.ts'
import { type Answer, around, type DraftVisit, to, toChange } from '../visit.ts'
import { check, instead } from '../where.ts'

export const showAdvice = (visit: DraftVisit): Answer => {
  const { service, walk, draft } = visit
  if (!walk.complete()) return seeOther(to(service, instead(walk)))
  if (service.advice === undefined || draft.reopens !== undefined) return seeOther(to(service, 'declaration'))
  return html(
    pages.advice({
      around: around(visit, service, to(service, check)),
      advice: service.advice(walk.answers, walk.answers.today, visit.counter.clock.now()),
      asked: askedAs(service.form),
      changes: (part) => changesFor(visit, part),
      next: to(service, 'declaration'),
    }),
  )
}

// Each page once, in the form's order; a list is changed on its own page.
const changesFor = ({ service, walk }: DraftVisit, part: Part): readonly Linked[] =>
  walk.sections.flatMap((section) =>
    walk
      .steps(section)
      .filter((step) => asks(step, part.rests ?? []))
      .map((step) => ({
        text: step.is === 'list' ? section.title : step.page.title,
        href: step.is === 'list' ? to(service, step.key) : toChange(service, step.key),
      })),
  )

const asks = (step: ReturnType<Journey['steps']>[number], rests: NonNullable<Part['rests']>): boolean => {
  if (step.is === 'list') return rests.some((read) => read.section === step.section.id)
  if (step.section.is === 'many') return false
  const here = new Set(questionsOn(step.page).map(({ id }) => id))
  return rests.some((read) => read.section === undefined && here.has(read.question))
}
