// Closing time that was offered: what is asked, who is booked in it, closing it, and opening it again.
import { can } from '#domain/cases/access.ts'
import type { Case, Staff } from '#domain/cases/case.ts'
import { addDays, type Day, inWords } from '#domain/day.ts'
import { answerOf, problemsOf } from '#domain/forms/fields/index.ts'
import { one, type Problem, type Typed } from '#domain/forms/kind.ts'
import { londonDay } from '#domain/london.ts'
import { no, ok, type Result } from '#domain/result.ts'
import type { Appointment } from '#domain/slots/appointment.ts'
import {
  type Block,
  type Blocks,
  type ClosedPart,
  closable,
  closedBy,
  daysOf,
  isClosed,
  isShut,
  mostDays,
  mostStanding,
  nextDays,
  placesOf,
} from '#domain/slots/block.ts'
import type { Claim } from '#domain/slots/timetable.ts'
import { type HoursFault, hoursFaults, hoursFromWords } from '#domain/slots/typed-hours.ts'
import { type Bookable, isBookable, type Service } from '#services/service.ts'
import type { AuditEntry } from '../ports/staff.ts'
import type { CaseStore, Clock, HoldStore, Ids } from '../ports/stores.ts'
import { closingNeeds, sessionTyped } from './closing-needs.ts'

export type ClosingPorts = {
  readonly clock: Clock
  readonly ids: Ids
  readonly holds: HoldStore
  readonly cases: CaseStore
  readonly services: readonly Service[]
}

// The services whose time this person may close.
export const closesFor = (services: readonly Service[], user: Staff): readonly Bookable[] =>
  services.filter(isBookable).filter(({ team }) => can(user, 'close-time', { team }))

// What was typed, as a block that stands nowhere yet.
export const closingAsked = (
  ports: Pick<ClosingPorts, 'clock' | 'ids'>,
  service: Bookable,
  user: Staff,
  typed: Typed,
): Result<Block, readonly Problem[]> => {
  const now = ports.clock.now()
  const today = londonDay(now)
  const { timetable } = service.booking
  const session = sessionTyped(timetable, typed, today)
  const needs = closingNeeds(timetable, session)
  const problems = Object.entries(needs).flatMap(([id, question]) => problemsOf(typed, id, question, today))
  if (problems.length > 0) return no(problems)
  const [from, until] = [dayIn(typed, needs, 'from', today), dayIn(typed, needs, 'until', today)]
  const wrong = rangeProblem(from, until)
  if (wrong !== undefined) return no([wrong])
  const hours = hoursIn(typed)
  if (!hours.ok) return no([{ field: 'hours', words: `Hours ${hoursFaults[hours.error]}` }])
  const closed = one(typed, 'closed').replace('--', ':')
  const name = [...closable(timetable), session].find((known) => known?.value === closed)?.name ?? closed
  const block: Block = {
    ...{ id: ports.ids.ordered(now), service: service.id, closed, name, from, until },
    ...{ part: partIn(typed), ...hours.value },
    ...{ reason: one(typed, 'reason').trim(), at: now, by: user.name, whole: false },
  }
  if (closedBy(service.booking.timetable, block).length === 0)
    return no([{ field: 'from-day', words: 'Nobody can book then: choose days and a part of the day that are open' }])
  return ok(block)
}

export type BookedInBlock = {
  readonly subject: Case
  readonly appointment: Appointment
}

// Who is booked in it, soonest first. What is said before it is closed may grow until then; after it, nobody comes in.
export const appointmentsIn = async (
  { cases, clock }: Pick<ClosingPorts, 'cases' | 'clock'>,
  { booking: { timetable } }: Bookable,
  block: Block,
): Promise<readonly BookedInBlock[]> => {
  const claims = closedBy(timetable, block)
  const places = placesOf(timetable, block.closed)
  const sheets = await Promise.all(daysOf(block).flatMap((day) => places.map((place) => cases.sheet(place, day))))
  return sheets
    .flat()
    .flatMap((subject) => {
      const { appointment } = subject
      if (appointment === undefined || appointment.endsAt < clock.now() || !isClosed(claims, appointment)) return []
      return [{ subject, appointment }]
    })
    .toSorted((a, b) => a.appointment.startsAt - b.appointment.startsAt)
}

export type ClosingProblem = 'changed-elsewhere' | 'too-many'

// It stands before its time is claimed: whoever gives time back meanwhile gives it to the block. Its entry in the audit log is written
// with it.
export const closeTime = async (
  ports: ClosingPorts,
  service: Bookable,
  user: Staff,
  block: Block,
): Promise<Result<null, ClosingProblem>> => {
  const before = await ports.holds.blocks.standing()
  const standing = before.standing.filter(({ until }) => until >= londonDay(ports.clock.now()))
  // Sent twice, it stands once.
  if (standing.some(({ id }) => id === block.id)) return ok(null)
  if (standing.length >= mostStanding) return no('too-many')
  const put = await ports.holds.blocks.put(before, [...standing, block], entryOf(ports, user, `close-time-${block.id}`))
  return put.ok ? closeRest(ports, service, block) : put
}

// As much of it as one request can, from where it ended.
export const closeRest = async (
  { holds: { blocks } }: Pick<ClosingPorts, 'holds'>,
  { booking: { timetable } }: Bookable,
  block: Block,
): Promise<Result<null, 'changed-elsewhere'>> => {
  const { claims, upTo } = nextDays(closedBy(timetable, block), block.upTo)
  await blocks.close(block.id, claims)
  const before = await blocks.standing()
  const put = await blocks.put(before, with_(before, doneTo(block, upTo, { whole: upTo === undefined })))
  return put.ok ? ok(null) : put
}

const doneTo = ({ upTo: _, ...block }: Block, upTo: Day | undefined, more: Partial<Block> = {}): Block => ({
  ...{ ...block, ...more },
  ...(upTo === undefined ? {} : { upTo }),
})

const with_ = ({ standing }: Blocks, block: Block): readonly Block[] =>
  standing.map((other) => (other.id === block.id ? block : other))

const entryOf = ({ clock, ids }: Pick<ClosingPorts, 'clock' | 'ids'>, { id: by }: Staff, did: string): AuditEntry => {
  const at = clock.now()
  return { id: ids.ordered(at), at, by, did, allowed: true }
}

// Its time can be booked again, unless another block closes it too. It stands until that has ended, so that whoever stopped half way goes on.
export const beginOpening = async (
  ports: Pick<ClosingPorts, 'holds' | 'clock' | 'ids'>,
  { booking: { timetable } }: Bookable,
  user: Staff,
  block: Block,
): Promise<Result<'all' | 'more', 'changed-elsewhere'>> => {
  const { blocks } = ports.holds
  const before = await blocks.standing()
  const begun = block.opening === true
  const opening = begun ? block : doneTo(block, undefined, { opening: true })
  const entry = begun ? undefined : entryOf(ports, user, `open-time-${block.id}`)
  const put = await blocks.put(before, with_(before, opening), entry)
  if (!put.ok) return put
  const { claims, upTo } = nextDays(closedBy(timetable, block), opening.upTo)
  await blocks.open(block.id, claims)
  const others = before.standing.filter((other) => other.id !== block.id && isShut(other) && meets(other, block))
  for (const other of others) await blocks.close(other.id, onDaysOf(claims, closedBy(timetable, other)))
  if (upTo === undefined) return ok('all')
  const after = await blocks.put(put.value, with_(put.value, doneTo(opening, upTo)))
  return after.ok ? ok('more') : after
}

const onDaysOf = (claims: readonly Claim[], others: readonly Claim[]): readonly Claim[] => {
  const days = new Set(claims.map(({ day }) => day))
  return others.filter(({ day }) => days.has(day))
}

export const endOpening = async (
  { holds: { blocks } }: Pick<ClosingPorts, 'holds'>,
  block: Block,
): Promise<Result<null, 'changed-elsewhere'>> => {
  const before = await blocks.standing()
  const put = await blocks.put(
    before,
    before.standing.filter(({ id }) => id !== block.id),
  )
  return put.ok ? ok(null) : put
}

const meets = (a: Block, b: Block): boolean => a.service === b.service && a.from <= b.until && b.from <= a.until

const dayIn = (typed: Typed, needs: ReturnType<typeof closingNeeds>, id: string, today: Day): Day => {
  const question = needs[id]
  const answer = question && answerOf(typed, id, question, today)
  return typeof answer === 'string' ? answer : today
}

const rangeProblem = (from: Day, until: Day): Problem | undefined => {
  if (until < from) return { field: 'until-day', words: 'Last day must be the same as or after the first day' }
  const last = addDays(from, mostDays - 1)
  return until > last
    ? {
        field: 'until-day',
        words: `Last day must be the same as or before ${inWords(last)}: close more days after that`,
      }
    : undefined
}

const partIn = (typed: Typed): ClosedPart => {
  const part = one(typed, 'part')
  return part === 'morning' || part === 'afternoon' || part === 'hours' ? part : 'day'
}

const hoursIn = (typed: Typed): Result<Pick<Block, 'hours'>, HoursFault> => {
  if (partIn(typed) !== 'hours') return ok({})
  const read = hoursFromWords(one(typed, 'hours'))
  return read.ok ? ok({ hours: read.value }) : read
}

// For the list of a day at a place.
export const closedOn = async (
  { holds, services }: Pick<ClosingPorts, 'holds' | 'services'>,
  { place, day }: { readonly place: string; readonly day: Day },
): Promise<readonly Block[]> => {
  const { standing } = await holds.blocks.standing()
  return standing.filter(isShut).filter((block) => {
    const service = services.filter(isBookable).find(({ id }) => id === block.service)
    if (service === undefined || day < block.from || day > block.until) return false
    return placesOf(service.booking.timetable, block.closed).includes(place)
  })
}
