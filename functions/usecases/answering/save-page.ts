// A page is saved as it was typed, valid or not; what does not stand is told, and nothing is lost.
import { type Change, changed, type Draft, saveStep } from '#domain/forms/answered/draft.ts'
import type { Journey, Step } from '#domain/forms/answered/journey.ts'
import { journeyIn } from '#domain/forms/answered/reopened.ts'
import { tooMuch } from '#domain/forms/answered/room.ts'
import { keepFields } from '#domain/forms/fields/index.ts'
import type { Page } from '#domain/forms/form.ts'
import type { Problem, Typed } from '#domain/forms/kind.ts'
import { londonDay } from '#domain/london.ts'
import { no, ok, type Result } from '#domain/result.ts'
import type { Service } from '#services/service.ts'
import type { Clock, DraftStore, SaveProblem } from '../ports/stores.ts'
import { type Saving, walkedAfter } from './walked.ts'

export type PageSaved = {
  readonly draft: Draft
  readonly walk: Journey
  readonly step: Step
  readonly problems: readonly Problem[]
}

export const savePage = async (
  ports: { readonly clock: Clock; readonly drafts: DraftStore },
  given: Pick<Saving, 'draft' | 'step' | 'way' | 'holds'> & { readonly service: Service; readonly posted: Typed },
): Promise<Result<PageSaved, SaveProblem | 'too-much'>> => {
  const { service, draft, step, posted, ...how } = given
  const [typed, now] = [keptTyped(step.page, posted), ports.clock.now()]
  const change = saveStep(step, typed)
  const after = changed(draft, change, now)
  const walk = journeyOf(service, after, ports.clock)
  if (tooMuch(after, () => walk)) return no('too-much')
  const walked = walkedAfter({ service, draft, walk, step, typed, now, ...how })
  const stored = await saveChange(ports, draft, walked === undefined ? change : { ...change, walked })
  if (!stored.ok) return stored
  // Another tab's answers may be in it.
  const shown = stored.value.version === after.version ? walk : journeyOf(service, stored.value, ports.clock)
  return ok({ draft: stored.value, walk: shown, step, problems: shown.problems(step) })
}

// Two tabs: the change is put on top of what the other tab saved, page by page; the last save of a page wins.
export const saveChange = async (
  ports: { readonly clock: Clock; readonly drafts: DraftStore },
  draft: Draft,
  change: Change,
): Promise<Result<Draft, SaveProblem>> => {
  const first = await ports.drafts.save(draft, change, ports.clock.now())
  if (first.ok || first.error !== 'changed-elsewhere' || change.is !== 'page') return first
  const fresh = await ports.drafts.get(draft.id)
  return fresh === undefined ? no('gone') : ports.drafts.save(fresh, change, ports.clock.now())
}

// Of a reopened draft, only what is asked for again.
export const journeyOf = (service: Service, draft: Draft, clock: Clock): Journey =>
  journeyIn(service.form, draft, londonDay(clock.now()))

// Only what the page asks for; the mark of having continued past an exit goes when the page is answered again.
const keptTyped = (page: Page, posted: Typed): Typed => keepFields(posted, page.questions)
