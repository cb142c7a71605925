// The draft of a service's next timetable: what it is made of, and each change of it.
import { can } from '#domain/cases/access.ts'
import type { Staff } from '#domain/cases/case.ts'
import { addDays, type Day } from '#domain/day.ts'
import { londonDay } from '#domain/london.ts'
import type { Result } from '#domain/result.ts'
import { compiled, type Element, elementsOn, nameOf, type Published } from '#domain/slots/elements.ts'
import type { Timetable } from '#domain/slots/timetable.ts'
import { type Bookable, isBookable, type Service } from '#services/service.ts'
import type { CaseStore, Clock, HoldStore, Ids } from '../../ports/stores.ts'
import type { RotaDraft } from '../../ports/timetables.ts'

export type RotaPorts = {
  readonly clock: Clock
  readonly ids: Ids
  readonly holds: HoldStore
  readonly cases: CaseStore
  // As they began: the first timetable is theirs.
  readonly services: readonly Service[]
}

export const runsTimetableOf = (services: readonly Service[], user: Staff): readonly Bookable[] =>
  services.filter(isBookable).filter(({ team }) => can(user, 'close-time', { team }))

export const readsTimetableOf = (services: readonly Service[], user: Staff): readonly Bookable[] =>
  services.filter(isBookable).filter(({ team }) => can(user, 'close-time', { team }) || can(user, 'read-trails'))

export type Rota = {
  readonly service: Bookable
  // As it began.
  readonly base: Timetable
  readonly published: Published
  readonly draft: RotaDraft | undefined
}

export const rotaOf = async ({ holds: { timetables } }: RotaPorts, service: Bookable): Promise<Rota> => {
  const [published, draft] = await Promise.all([timetables.published(service.id), timetables.draft(service.id)])
  return { service, base: service.booking.timetable, published, draft }
}

// The day on which it is shown and changed: the draft's, or tomorrow.
export const shownOn = (ports: Pick<RotaPorts, 'clock'>, { draft }: Rota): Day => draft?.plan?.from ?? tomorrow(ports)

// All elements as they would be with the draft, on its day.
export const elementsWith = (ports: Pick<RotaPorts, 'clock'>, rota: Rota): readonly Element[] => {
  const now = elementsOn(compiled(rota.base, rota.published), shownOn(ports, rota))
  const changes = rota.draft?.changes ?? []
  const changed = new Map(changes.map((change) => [nameOf(change), change]))
  const kept = now.map((one) => changed.get(nameOf(one)) ?? one)
  return [...kept, ...changes.filter((change) => !now.some((one) => nameOf(one) === nameOf(change)))]
}

// Without a plan it is left. What was asked for is asked again after a change.
export const changeDraft = (
  { holds, clock }: RotaPorts,
  { service, draft }: Rota,
  user: Staff,
  { changes, plan }: Pick<RotaDraft, 'changes' | 'plan'>,
): Promise<Result<null, 'changed-elsewhere'>> =>
  holds.timetables.keep(service.id, draft, {
    ...(plan === undefined ? { changes: [] } : { changes, plan: { from: plan.from, reason: plan.reason } }),
    ...{ by: { id: user.id, name: user.name }, at: clock.now() },
  })

// In place of an earlier change of the same.
export const withChange = (draft: RotaDraft, change: Element): RotaDraft => ({
  ...draft,
  changes: [...draft.changes.filter((one) => nameOf(one) !== nameOf(change)), change],
})

export const tomorrow = ({ clock }: Pick<RotaPorts, 'clock'>): Day => addDays(londonDay(clock.now()), 1)

// A draft in which all is as it was with that version, after all that is planned.
export const draftBackTo = (
  ports: Pick<RotaPorts, 'clock'>,
  rota: Rota,
  to: Published,
): Pick<RotaDraft, 'changes' | 'plan'> => {
  const from = [tomorrow(ports), ...rota.published.standing.map((one) => one.from)].toSorted().at(-1) ?? tomorrow(ports)
  return { changes: changesBackTo(rota, to, from), plan: { from, reason: `Back to version ${to.version}` } }
}

const changesBackTo = ({ base, published }: Rota, to: Published, day: Day): readonly Element[] => {
  const [now, then] = [elementsOn(compiled(base, published), day), elementsOn(compiled(base, to), day)]
  const before = new Map(now.map((one) => [nameOf(one), JSON.stringify(one)]))
  return [
    ...then.filter((one) => before.get(nameOf(one)) !== JSON.stringify(one)),
    ...now.filter((one) => !then.some((other) => nameOf(other) === nameOf(one))).flatMap(gone),
  ]
}

const gone = (element: Element): readonly Element[] =>
  element.kind === 'staff' || element.kind === 'room' ? [{ ...element, is: null }] : []
