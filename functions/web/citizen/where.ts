// Where a person goes next: from the journey alone.
import type { Draft } from '#domain/forms/answered/draft.ts'
import { type AnyStep, type Journey, nextInSection, previousStep } from '#domain/forms/answered/journey.ts'
import type { Section } from '#domain/forms/form.ts'
import type { Service } from '#services/service.ts'
import { journeyOf } from '#usecases/answering/save-page.ts'
import type { Clock } from '#usecases/ports/stores.ts'

// The page keys of the pages that every form has.
export const tasks = 'tasks'
export const check = 'check-your-answers'
export const adviceKey = 'what-we-think-so-far'

// The service that an address belongs to.
export const serviceAt = (services: readonly Service[], path: string): Service | undefined =>
  services.find(({ id }) => path === `/${id}` || path.startsWith(`/${id}/`))

// Where a draft opens: its task list, or the first page still to do.
export const firstPage = (service: Service, draft: Draft, clock: Clock): string => {
  const walk = journeyOf(service, draft, clock)
  return walk.form.shape === 'tasks' ? tasks : (walk.firstUndone()?.key ?? check)
}

// After a page was saved and stands: an exit, what the change made necessary, or the next page.
export const after = (walk: Journey, step: AnyStep, change: boolean): string => {
  if (walk.exitAt(step) !== undefined && !walk.done(step)) return `${step.key}/exit`
  if (change) return afterChange(walk, step)
  const next = nextInSection(walk, step)
  if (next !== undefined) return next.key
  return afterSection(walk, step)
}

// From check-your-answers and back: only what became necessary is asked on the way.
const afterChange = (walk: Journey, step: AnyStep): string => {
  const undone =
    walk.steps(step.section).find((other) => !walk.done(other)) ??
    (walk.form.shape === 'straight' ? walk.firstUndone() : undefined)
  return undone === undefined ? check : `${undone.key}?change=1`
}

const afterSection = (walk: Journey, step: AnyStep): string => {
  if (walk.form.shape === 'tasks') return tasks
  const later = walk.sections.slice(walk.sections.findIndex(({ id }) => id === step.section.id) + 1)
  return later.flatMap((section) => opening(walk, section) ?? [])[0]?.key ?? check
}

// A list opens on its own page, from which its items are changed.
const opening = (walk: Journey, section: Section): AnyStep | undefined => {
  const steps = walk.steps(section)
  return steps.find(({ is }) => is === 'list') ?? steps[0]
}

// Where "Back" leads from a page.
export const back = (walk: Journey, step: AnyStep, change: boolean): string | undefined => {
  if (change) return check
  const previous = previousStep(walk, step)
  if (previous !== undefined) return previous.key
  return walk.form.shape === 'tasks' ? tasks : ''
}

// A page that may not be visited yet sends a person to what has to come first.
export const instead = (walk: Journey, step?: AnyStep): string => {
  if (walk.form.shape === 'tasks') {
    const first =
      step !== undefined && walk.mayStart(step.section)
        ? walk.steps(step.section).find((other) => !walk.done(other))
        : undefined
    return first?.key ?? tasks
  }
  return walk.firstUndone()?.key ?? check
}
