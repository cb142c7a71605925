// The timetable of a service as managers change it: a draft, what it would do, publishing it, and
// going back (docs/rules/bookings.md, "Timetable").
import type { Case, Staff } from '#domain/cases/case.ts'
import { type Day, daysBetween } from '#domain/day.ts'
import { londonDay } from '#domain/london.ts'
import { no, ok, type Result } from '#domain/result.ts'
import type { Appointment } from '#domain/slots/appointment.ts'
import { covers } from '#domain/slots/covered.ts'
import {
  compiled,
  type Dated,
  type Element,
  elementsOn,
  nameOf,
  neverPublished,
  type Published,
  pruned,
  takesOver,
  withChanges,
} from '#domain/slots/elements.ts'
import {
  type ClaimantDay,
  daysChanged,
  daysOfChange,
  type RotaChange,
  type RotaFault,
  rotaFaultsOf,
  type WeekOfTimes,
  weeksChanged,
} from '#domain/slots/rota-change.ts'
import type { RotaEdition } from '../../ports/timetables.ts'
import type { Rota, RotaPorts } from './draft.ts'

// More bookings than this touched, or sooner than this many days: another manager publishes it.
export const mostAlone = 20
export const soonDays = 7
// A change begins within a year.
export const mostDaysAhead = 365

export type Uncovered = { readonly subject: Case; readonly appointment: Appointment }

export type RotaPreview = {
  readonly weeks: readonly WeekOfTimes[]
  readonly uncovered: readonly Uncovered[]
  readonly touched: number
  readonly faults: readonly RotaFault[]
  readonly takesOver: readonly Dated[]
  // Another manager has to publish it.
  readonly twoPeople: boolean
  readonly days: readonly ClaimantDay[]
  readonly next: Published
}

export const timetablePreviewOf = async (
  ports: RotaPorts,
  { base, published, draft }: Rota,
  from: Day,
): Promise<RotaPreview> => {
  const today = londonDay(ports.clock.now())
  const changes = draft?.changes ?? []
  const next = withChanges(published, changes, from)
  const change = { before: compiled(base, published), after: compiled(base, next), from }
  const [days, uncovered] = [daysChanged(change, today), await uncoveredBy(ports, change, today)]
  return {
    ...{ weeks: weeksChanged(change, today), uncovered, touched: uncovered.length, days, next },
    faults: rotaFaultsOf(change, today),
    takesOver: takesOver(published, changes, from),
    twoPeople: uncovered.length > mostAlone || daysBetween(today, from) < soonDays,
  }
}

// Who is booked on a day that changes, and could not be seen then any more: soonest first.
export const uncoveredBy = async (
  { holds, cases, clock }: RotaPorts,
  change: RotaChange,
  today: Day,
): Promise<readonly Uncovered[]> => {
  const changed = new Set(daysChanged(change, today).map(({ claimant, day }) => `${claimant}#${day}`))
  if (changed.size === 0) return []
  const booked = await holds.timetables.booked(daysOfChange(change, today))
  const touched = booked.filter(({ claimant, day }) => changed.has(`${claimant}#${day}`))
  const found = await Promise.all(
    [...new Set(touched.map(({ reference }) => reference))].map((reference) => cases.get(reference)),
  )
  return found
    .flatMap((subject) => (subject?.appointment === undefined ? [] : [{ subject, appointment: subject.appointment }]))
    .filter(({ appointment }) => appointment.cancelled !== true && appointment.endsAt > clock.now())
    .filter(({ appointment }) => covers(change.before, appointment) && !covers(change.after, appointment))
    .toSorted((a, b) => a.appointment.startsAt - b.appointment.startsAt)
}

export type PublishProblem = 'changed-elsewhere' | 'stopped' | 'empty' | 'too-late'
export type PublishOutcome = { readonly is: 'published'; readonly version: number } | { readonly is: 'asked' }

// By the manager who asks, or by another where it needs two. It holds before its days are marked:
// whoever books meanwhile by the old timetable is on the list, and is refused after.
export const publish = async (
  ports: RotaPorts,
  rota: Rota,
  user: Staff,
): Promise<Result<PublishOutcome, PublishProblem>> => {
  const { draft, service } = rota
  const { plan } = draft ?? {}
  if (draft === undefined || plan === undefined || draft.changes.length === 0) return no('empty')
  if (plan.from <= londonDay(ports.clock.now())) return no('too-late')
  const preview = await timetablePreviewOf(ports, rota, plan.from)
  if (preview.faults.some(({ stops }) => stops)) return no('stopped')
  const by = { id: user.id, name: user.name }
  const at = ports.clock.now()
  const { asked } = plan
  const second = asked !== undefined && asked.by.id !== user.id
  if (preview.twoPeople && !second) {
    const kept = await ports.holds.timetables.keep(service.id, draft, {
      ...draft,
      plan: { ...plan, asked: { by, at } },
    })
    return kept.ok ? ok({ is: 'asked' }) : kept
  }
  const made = editionOf(preview.next, {
    ...{ id: ports.ids.ordered(at), from: plan.from, at, by, reason: plan.reason },
    ...(second ? { asked: asked.by } : {}),
    changes: changesOf(rota, plan.from),
  })
  return stored(ports, rota, made, preview.days)
}

// What a planned version would have changed does not come: the days are again as they were.
export const withdraw = async (
  ports: RotaPorts,
  rota: Rota,
  user: Staff,
  edition: RotaEdition,
): Promise<Result<PublishOutcome, 'changed-elsewhere'>> => {
  const { base, published } = rota
  const today = londonDay(ports.clock.now())
  const standing = published.standing.filter(({ n }) => n !== edition.version)
  const next = { version: published.version + 1, standing }
  const change = { before: compiled(base, published), after: compiled(base, next), from: edition.from }
  const changes = edition.changes.map(({ before, after }) => ({ before: after, after: before }))
  const by = { id: user.id, name: user.name }
  const at = ports.clock.now()
  const reason = `Withdraws version ${edition.version}`
  const said = { id: ports.ids.ordered(at), from: edition.from, at, by, reason, changes }
  const made = editionOf(next, { ...said, withdraws: edition.version })
  return stored(ports, { ...rota, draft: undefined }, made, daysChanged(change, today))
}

export const isPending = ({ from, withdraws, version }: RotaEdition, { standing }: Published, today: Day): boolean =>
  withdraws === undefined && from > today && standing.some(({ n }) => n === version)

// All of it, where it was begun and did not end.
export const markRest = async (ports: RotaPorts, { service, base }: Rota, edition: RotaEdition): Promise<void> => {
  const { timetables } = ports.holds
  const before = (await timetables.editions(service.id)).find(({ version }) => version === edition.version - 1)
  const change = {
    before: compiled(base, before?.published ?? neverPublished),
    after: compiled(base, edition.published),
    from: edition.from,
  }
  await timetables.mark(service.id, edition.version, daysChanged(change, londonDay(ports.clock.now())))
  await timetables.marked(service.id, edition)
}

// Who stands without cover by what a version changed, as it is now.
export const uncoveredIn = async (ports: RotaPorts, { base, service, published }: Rota, edition: RotaEdition) => {
  const before = (await ports.holds.timetables.editions(service.id)).find(
    ({ version }) => version === edition.version - 1,
  )
  const change = {
    before: compiled(base, before?.published ?? neverPublished),
    after: compiled(base, published),
    from: edition.from,
  }
  return uncoveredBy(ports, change, londonDay(ports.clock.now()))
}

const changesOf = ({ base, published, draft }: Rota, from: Day): RotaEdition['changes'] => {
  const before = new Map(elementsOn(compiled(base, published), from).map((one) => [nameOf(one), one]))
  return (draft?.changes ?? []).map((after) => ({ before: before.get(nameOf(after)) ?? absent(after), after }))
}

const absent = (element: Element): Element =>
  element.kind === 'staff' || element.kind === 'room' ? { ...element, is: null } : element

type Said = Omit<RotaEdition, 'version' | 'published' | 'whole'>

const editionOf = (next: Published, said: Said): RotaEdition => ({
  ...said,
  version: next.version,
  published: { ...next, standing: pruned(next.standing, londonDay(said.at)) },
  whole: false,
})

const stored = async (
  { holds: { timetables } }: RotaPorts,
  { service, draft }: Rota,
  edition: RotaEdition,
  days: readonly ClaimantDay[],
): Promise<Result<PublishOutcome, 'changed-elsewhere'>> => {
  const put = await timetables.publish(service.id, edition, draft)
  if (!put.ok) return put
  await timetables.mark(service.id, edition.version, days)
  await timetables.marked(service.id, edition)
  return ok({ is: 'published', version: edition.version })
}
