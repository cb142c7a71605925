// Staff book for somebody who asks them, by the form's own questions: what is asked before a time is chosen on one page, the time, and the
// rest with who asked. The case is the same as if the person had sent the form.
import type { WhoAsked } from '#domain/cases/asked-by.ts'
import type { Staff } from '#domain/cases/case.ts'
import type { AskedWay } from '#domain/cases/contact.ts'
import type { Day } from '#domain/day.ts'
import { type Draft, pageSaved } from '#domain/forms/answered/draft.ts'
import { continueField, type Journey, stepsAt } from '#domain/forms/answered/journey.ts'
import { type KeptPage, keptPages } from '#domain/forms/answered/parted.ts'
import { heldAfter, triedAfter } from '#domain/forms/answered/tried.ts'
import { keepFields } from '#domain/forms/fields/index.ts'
import type { Exit, Form, Page, Section } from '#domain/forms/form.ts'
import type { Problem, Typed } from '#domain/forms/kind.ts'
import { askedChannel } from '#domain/measures/counting/facts.ts'
import { no, ok, type Result } from '#domain/result.ts'
import type { Bookable } from '#services/service.ts'
import { holdSlot } from '../booking/slots.ts'
import type { DraftStore, SaveProblem } from '../ports/stores.ts'
import { journeyOf, saveChange } from './save-page.ts'
import { newDraft } from './start-draft.ts'
import { type SubmitPorts, type SubmitRefusal, submitApplication } from './submit-application.ts'

export type CallerPorts = SubmitPorts & { readonly drafts: DraftStore }

// What is asked before a time is chosen, and after it. Who books with staff needs no waiting list: they look at every day together.
export const pagesAroundTime = (
  form: Form,
): { readonly before: readonly KeptPage[]; readonly after: readonly KeptPage[] } => {
  const chooses = form.sections.findIndex(({ pages }) => pages.some(({ does }) => does === 'slot-day'))
  const pagesIn = (some: Form['sections']): readonly KeptPage[] => some.flatMap(keptPages)
  const day = form.sections[chooses]?.pages.findIndex(({ does }) => does === 'slot-day') ?? 0
  const first = pagesIn(form.sections.slice(chooses, chooses + 1).map((section) => before(section, day)))
  return {
    before: [...pagesIn(form.sections.slice(0, chooses)), ...first],
    after: pagesIn(form.sections.slice(chooses + 1)),
  }
}

// Of the section that chooses a time, what is asked before it.
const before = (section: Section, pages: number): Section => ({ ...section, pages: section.pages.slice(0, pages) })

export const beginForCaller = async (
  ports: Pick<CallerPorts, 'clock' | 'ids' | 'drafts'>,
  service: Bookable,
  user: Staff,
): Promise<Draft> => {
  const draft = {
    ...newDraft(service, ports.ids, ports.clock.now()),
    by: user.id,
    walked: { channel: askedChannel.phone },
  }
  await ports.drafts.start(draft)
  return draft
}

type Answering = {
  readonly service: Bookable
  readonly draft: Draft
  readonly pages: readonly KeptPage[]
  readonly posted: Typed
  // How they asked: by phone, until they say so (docs/rules/measures.md, "Ways").
  readonly way?: AskedWay
}

export type AnsweredForCaller = {
  readonly draft: Draft
  readonly walk: Journey
  readonly problems: readonly Problem[]
  // What the form would have told the person at this point.
  readonly told: readonly Exit[]
}

// Every page is kept as it was typed; what stands on the person's path is checked.
export const answerForCaller = async (
  ports: CallerPorts,
  { service, draft, pages, posted, way = 'phone' }: Answering,
): Promise<Result<AnsweredForCaller, SaveProblem>> => {
  let now = draft
  for (const { key, page } of pages) {
    const saved = await saveChange(ports, now, {
      ...pageSaved(key, typedOn(page, posted)),
      walked: { channel: askedChannel[way] },
    })
    if (!saved.ok) return saved
    now = saved.value
  }
  const walk = journeyOf(service, now, ports.clock)
  const steps = stepsAt(
    walk,
    pages.map(({ key }) => key),
  )
  const exits = steps.flatMap((step) => walk.exitAt(step) ?? [])
  const problems = steps.flatMap((step) => [
    ...walk.problems(step),
    ...shutAt(step.is === 'page' ? step.page : undefined, walk.exitAt(step)),
  ])
  return ok({ draft: now, walk, problems, told: exits })
}

// Staff have read to the person what the form advises, and go on.
export const typedOn = ({ questions, exits = [] }: Page, posted: Typed): Typed => ({
  ...keepFields(posted, questions),
  ...Object.fromEntries(exits.filter(({ advise }) => advise === true).map((exit) => [continueField(exit), ['yes']])),
})

export const shutAt = (page: Page | undefined, exit: Exit | undefined): readonly Problem[] =>
  page === undefined || exit === undefined || exit.advise === true
    ? []
    : [{ field: Object.keys(page.questions)[0] ?? '', words: `This cannot be booked here: ${exit.title}` }]

export type Chosen = { readonly service: Bookable; readonly draft: Draft; readonly day: Day; readonly time: string }

// The time is held for the caller while the rest is asked.
export const holdForCaller = async (
  ports: CallerPorts,
  { service, draft, day, time }: Chosen,
): Promise<Result<Draft, 'taken' | SaveProblem>> => {
  const { booking, form } = service
  const keys = timeKeysOf(form)
  const tried = triedAfter(draft.walked?.tried, { day, time, now: ports.clock.now() })
  const chosen = pageSaved(keys.day, { [booking.questions.day]: [day] })
  const onDay = await saveChange(ports, draft, { ...chosen, walked: { ...draft.walked, tried } })
  if (!onDay.ok) return onDay
  const withTime = {
    ...onDay.value,
    pages: { ...onDay.value.pages, [keys.time]: { [booking.questions.time]: [time] } },
  }
  const lookup = journeyOf(service, withTime, ports.clock).answers
  const mine = draft.hold === undefined ? {} : { hold: draft.hold }
  const held = await holdSlot(ports, { booking, lookup, holder: draft.id, ...mine })
  if (!held.ok) return no('taken')
  const kept = pageSaved(keys.time, { [booking.questions.time]: [held.value.slot.id] }, held.value)
  return saveChange(ports, onDay.value, { ...kept, walked: { ...onDay.value.walked, tried: heldAfter(tried) } })
}

export const timeKeysOf = ({ sections }: Form): { readonly day: string; readonly time: string } => {
  const keyThat = (does: Page['does']): string =>
    sections.flatMap(({ id, pages }) =>
      pages.filter((page) => page.does === does).map((page) => `${id}/${page.id}`),
    )[0] ?? ''
  return { day: keyThat('slot-day'), time: keyThat('slot-time') }
}

export const bookForCaller = (
  ports: CallerPorts,
  {
    service,
    draft,
    user,
    asked,
  }: { readonly service: Bookable; readonly draft: Draft; readonly user: Staff; readonly asked: WhoAsked },
): Promise<Result<{ readonly reference: string }, SubmitRefusal>> =>
  submitApplication(ports, service, draft, { is: 'staff', user, asked })
