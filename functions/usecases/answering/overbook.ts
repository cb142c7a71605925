// A time beside one that is booked already, held for a caller by a manager with a reason (docs/rules/bookings.md, "Beside another").
import { can } from '#domain/cases/access.ts'
import type { Staff } from '#domain/cases/case.ts'
import type { Day } from '#domain/day.ts'
import { type Draft, pageSaved } from '#domain/forms/answered/draft.ts'
import { choice, date, text } from '#domain/forms/ask.ts'
import { answerOf, problemsOf } from '#domain/forms/fields/index.ts'
import { one, type Problem, type Typed } from '#domain/forms/kind.ts'
import type { Question } from '#domain/forms/question.ts'
import { londonDay } from '#domain/london.ts'
import { no, type Result } from '#domain/result.ts'
import { holdMs } from '#domain/slots/booking.ts'
import { type ExtraReason, type ExtraTime, extraClaims, extraReasons } from '#domain/slots/extra.ts'
import { claimsOf, meetsTaken, type Slot, type SlotQuery, slotsOn, timetableOn } from '#domain/slots/timetable.ts'
import { timeFromWords } from '#domain/slots/typed-hours.ts'
import type { Bookable, Service } from '#services/service.ts'
import type { Clock, DraftStore, HoldStore } from '../ports/stores.ts'
import { timeKeysOf } from './book-for-caller.ts'
import { saveChange } from './save-page.ts'

type Ports = { readonly clock: Clock; readonly drafts: DraftStore; readonly holds: HoldStore }

export const mayOverbook = (user: Staff, { team }: Pick<Service, 'team'>): boolean => can(user, 'overbook', { team })

export const extraNeeds = ({ booking }: Bookable, query: SlotQuery): Readonly<Record<string, Question>> => ({
  on: date('Day', { must: 'future', withinYears: 1, for: 'officer' }),
  at: text('Time', { missing: 'Enter the time', hint: 'Like 10am', width: 10, for: 'officer' }),
  with: choice('Select who will see them', ableIn(booking.timetable, query), {
    label: 'Who will see them?',
    for: 'officer',
  }),
  because: choice('Select why', extraReasons, { label: 'Why can they not have a free time?', for: 'officer' }),
  note: text('What others should know', {
    ...{ optional: true, most: 200, for: 'officer' },
    hint: 'Only staff see this. Do not write who the person is or what happened to them',
  }),
})

const ableIn = ({ staff, types }: Bookable['booking']['timetable'], { type, place }: SlotQuery) =>
  Object.fromEntries(
    staff
      .filter(({ skills, places }) => skills.includes(types[type]?.skill ?? '') && places.includes(place))
      .map(({ id, name = id }) => [id, name]),
  )

type Asked = { readonly service: Bookable; readonly draft: Draft; readonly query: SlotQuery; readonly user: Staff }

/** The draft that holds it, or what is wrong with what was typed. */
export const holdExtra = async (
  ports: Ports,
  { service, draft, query, user }: Asked,
  typed: Typed,
): Promise<Result<Draft, readonly Problem[]>> => {
  const now = ports.clock.now()
  const needs = extraNeeds(service, query)
  const problems = Object.entries(needs).flatMap(([id, asked]) => problemsOf(typed, id, asked, londonDay(now)))
  if (problems.length > 0) return no(problems)
  const slot = slotAsked(service, query, typed, now)
  if (slot === undefined) return no([{ field: 'at', words: 'They do not work there at that time, or it is past' }])
  const taken = await ports.holds.taken(slot.claimants, [slot.day], now, draft.id)
  if (!meetsTaken(slot, taken))
    return no([{ field: 'at', words: 'They are free then: choose it from the list of times' }])
  const until = now + holdMs(service.booking)
  const instead = draft.hold === undefined ? {} : { instead: claimsOf(draft.hold.slot) }
  for (const claims of extraClaims(one(typed, 'with'), slot.place, slot)) {
    const beside = { ...slot, extra: extraOf(typed, user, claims) }
    const held = await ports.holds.hold({ holder: draft.id, claims, until, now, ...instead })
    if (held.ok) return kept(ports, service, draft, { slot: beside, until })
  }
  return no([{ field: 'at', words: tooMany }])
}

const tooMany =
  'There is one beside another in that hour already, or three at that place on that day. Choose another time'

// As the timetable would give it to that person, whoever has it: the notice that residents give is not asked.
const slotAsked = ({ booking }: Bookable, query: SlotQuery, typed: Typed, now: number): Slot | undefined => {
  const [day, from, person] = [dayIn(typed, now), timeFromWords(one(typed, 'at')), one(typed, 'with')]
  if (day === undefined || from === undefined) return undefined
  const timetable = timetableOn(booking.timetable, day)
  const type = timetable.types[query.type]
  if (type === undefined) return undefined
  const minutes = query.interpreter ? Math.ceil((type.minutes * 1.5) / 5) * 5 : type.minutes
  const types = { ...timetable.types, [query.type]: { ...type, minutes, step: 5, leadHours: 0 } }
  const given = { taken: new Map(), now, today: londonDay(now) }
  const slots = slotsOn({ ...timetable, types, later: [] }, { ...query, interpreter: false }, day, given)
  const found = slots.find((slot) => slot.from === from && slot.claimants[0] === person)
  if (found === undefined) return undefined
  const { longer: _, ...slot } = found
  return { ...slot, id: `${from.replace(':', '')}.${person}`, claimants: [person] }
}

const dayIn = (typed: Typed, now: number): Day | undefined => {
  const day = answerOf(typed, 'on', date('Day'), londonDay(now))
  return typeof day === 'string' ? day : undefined
}

const extraOf = (typed: Typed, { name }: Staff, claims: ExtraTime['claims']): ExtraTime => ({
  ...{ claims, reason: reasonIn(typed), note: one(typed, 'note').trim(), by: name },
})

const reasonIn = (typed: Typed): ExtraReason => {
  const typedReason = one(typed, 'because')
  return (['safeguarding', 'statutory', 'mistake'] as const).find((reason) => reason === typedReason) ?? 'no-time'
}

const kept = async (
  ports: Ports,
  { form, booking }: Bookable,
  draft: Draft,
  hold: NonNullable<Draft['hold']>,
): Promise<Result<Draft, readonly Problem[]>> => {
  const keys = timeKeysOf(form)
  const { slot } = hold
  const onDay = await saveChange(ports, draft, pageSaved(keys.day, { [booking.questions.day]: [slot.day] }))
  const saved = onDay.ok
    ? await saveChange(ports, onDay.value, pageSaved(keys.time, { [booking.questions.time]: [slot.id] }, hold))
    : onDay
  return saved.ok ? saved : no([{ field: 'at', words: 'Somebody changed this booking at this moment. Begin again' }])
}
