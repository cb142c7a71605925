// Sending an application: one transaction makes the case, its history, its confirmation text and its audit entry, and closes the draft.
// The draft is the idempotency key for ever: sent again, it gives the same reference.
import type { Case, CaseEvent, SamePerson } from '#domain/cases/case.ts'
import { type EvidenceItem, informationReceivedDate } from '#domain/cases/evidence.ts'
import type { Day } from '#domain/day.ts'
import type { Answers } from '#domain/forms/answers.ts'
import type { Draft } from '#domain/forms/draft.ts'
import type { Journey } from '#domain/forms/journey.ts'
import { recordOf } from '#domain/forms/record.ts'
import { londonDay } from '#domain/london.ts'
import { no, ok, type Result } from '#domain/result.ts'
import type { Waiting } from '#domain/slots/waiting.ts'
import type { Text } from '#domain/texts/text.ts'
import { addWorkingDays } from '#domain/working-days.ts'
import type { Booked, Service } from '#services/service.ts'
import { textsFor } from './decide-text.ts'
import type { CaseStore, Claim, Clock, FindStore, HoldStore, Ids, Keys, Mark } from './ports.ts'
import { marksOf, samePeople } from './same-person.ts'
import { journeyOf } from './save-page.ts'
import { filesIn } from './take-uploads.ts'

export type SubmitPorts = {
  readonly clock: Clock
  readonly ids: Ids
  readonly keys: Keys
  readonly cases: CaseStore
  readonly find: FindStore
  readonly holds: HoldStore
  readonly citizenOrigin: string
}

export type SubmitRefusal = 'not-complete' | 'changed-elsewhere' | 'time-taken' | 'unknown' | AlreadyBooked

// The person has as many appointments of this type as they may: one of them, and the number that it is known by.
export type AlreadyBooked = { readonly is: 'already-booked'; readonly reference: string; readonly phone: string }

export const submitApplication = async (
  ports: SubmitPorts,
  service: Service,
  draft: Draft,
): Promise<Result<{ readonly reference: string }, SubmitRefusal>> => {
  if (draft.caseReference !== undefined) return ok({ reference: draft.caseReference })
  const walk = journeyOf(service, draft, ports.clock)
  if (!walk.complete()) return no('not-complete')
  const wanted = wantedOf(service, walk, ports.clock.now())
  if (wanted === undefined) return no('time-taken')
  const marks = marksOf(ports, service, walk.answers)
  const sameAs = await samePeople(ports, service, marks, draft.id)
  return send(ports, { service, draft, walk, ...wanted, place: 0, marks, sameAs }, 3)
}

// The time that it books, or the list that it joins. Undefined where a time was chosen that is offered no more.
const wantedOf = (
  service: Service,
  { answers }: Journey,
  now: number,
): Pick<Sending, 'booked' | 'waits'> | undefined => {
  const waits = service.waits?.(answers, now)
  const booked = waits === undefined ? service.booked?.(answers, now) : undefined
  return service.booked !== undefined && booked === undefined && waits === undefined ? undefined : { booked, waits }
}

type Sending = {
  readonly service: Service
  readonly draft: Draft
  readonly walk: Journey
  readonly booked: Booked | undefined
  readonly waits: Waiting | undefined
  // Which of the person's places for such appointments is tried.
  readonly place: number
  readonly marks: readonly Mark[]
  readonly sameAs: readonly SamePerson[]
}

// A reference that is taken is drawn again.
const send = async (
  ports: SubmitPorts,
  sending: Sending,
  tries: number,
): Promise<Result<{ readonly reference: string }, SubmitRefusal>> => {
  const now = ports.clock.now()
  const reference = tries === 3 ? sending.draft.reference : ports.ids.reference(sending.service.letter)
  const subject = caseFrom(ports, sending, reference, now)
  const event = received(ports.ids.ordered(now), subject)
  const texts = confirmationTexts(ports, sending, subject)
  const token = ports.keys.hash('submit', `${sending.draft.id}/${sending.draft.version}/${reference}/${sending.place}`)
  const claims: readonly Claim[] = sending.booked?.claims ?? []
  const files = filesIn(sending.walk)
  const { draft, marks } = sending
  const done = await ports.cases.submit({ draft, subject, event, texts, claims, files, token, marks })
  if (done.ok) return done
  if (done.error.is === 'already') return ok({ reference: done.error.reference })
  if (done.error.is === 'reference-taken') return tries > 1 ? send(ports, sending, tries - 1) : no('unknown')
  return done.error.is === 'already-booked' ? nextPlace(ports, sending, done.error.reference) : no(done.error.is)
}

// The time that was held for a booking that is not to be goes back to others.
const nextPlace = async (ports: SubmitPorts, sending: Sending, reference: string) => {
  const { booked, draft, place, service, walk } = sending
  if (place + 1 < (booked?.atOnce ?? 1)) return send(ports, { ...sending, place: place + 1 }, 3)
  if (booked !== undefined) await ports.holds.free(draft.id, booked.claims)
  return no({ is: 'already-booked' as const, reference, phone: service.applicant(walk.answers).phone ?? '' })
}

const caseFrom = (
  ports: SubmitPorts,
  { service, draft, walk, booked, waits, place, sameAs }: Sending,
  reference: string,
  now: number,
): Case => ({
  reference,
  service: service.id,
  team: service.team,
  title: service.title(walk.answers),
  state: (waits === undefined ? undefined : service.workflow.waits) ?? service.workflow.start,
  version: 1,
  openedAt: now,
  changedAt: now,
  dueOn: booked?.appointment.day ?? waits?.lastDay ?? addWorkingDays(londonDay(now), service.targetDays),
  applicant: service.applicant(walk.answers),
  record: recordOf(walk),
  draftId: draft.id,
  ...(service.sensitive?.(walk.answers) === true ? { sensitive: true } : {}),
  ...(service.assessment === undefined
    ? {}
    : { assessment: service.assessment(walk.answers, londonDay(now), { sentAt: now, now, of: { sameAs } }) }),
  ...(sameAs.length === 0 ? {} : { sameAs }),
  ...evidenceOf(service, walk.answers, [], londonDay(now)),
  ...(booked === undefined
    ? {}
    : { appointment: ofPerson(ports, booked, service.applicant(walk.answers).phone, place) }),
  ...(waits === undefined ? {} : { waiting: { ...waits, ...waiterOf(ports, service.applicant(walk.answers).phone) } }),
})

const waiterOf = ({ keys }: SubmitPorts, phone: string | undefined) =>
  phone === undefined ? {} : { booker: keys.hash('booker', phone) }

// Known by the number that the booking is managed with; a service that asks none has no limit.
const ofPerson = ({ keys }: SubmitPorts, { appointment }: Booked, phone: string | undefined, place: number) =>
  phone === undefined ? appointment : { ...appointment, booker: { hash: keys.hash('booker', phone), place } }

// Complete from the start where it needs no document, or all are waived: that day is the day it was sent.
export const evidenceOf = (
  { evidence: needed }: Service,
  answers: Answers,
  before: readonly EvidenceItem[],
  today: Day,
): Pick<Case, 'evidence' | 'completeOn'> => {
  if (needed === undefined) return {}
  const evidence = needed(answers, before, today)
  const completeOn = informationReceivedDate(evidence)
  return { evidence, ...(completeOn === undefined ? {} : { completeOn }) }
}

const received = (id: string, subject: Case): CaseEvent => ({
  id,
  at: subject.openedAt,
  by: 'The applicant',
  action: 'submit',
  words: sentWords(subject),
  to: subject.state,
  version: 1,
})

const sentWords = ({ appointment, waiting }: Case): string => {
  if (waiting !== undefined) return 'joined the waiting list'
  return appointment === undefined ? 'sent the application' : 'booked the appointment'
}

const confirmationTexts = (ports: SubmitPorts, sending: Sending, subject: Case): readonly Text[] =>
  textsFor(ports, sending.service, subject, [
    { template: sending.waits === undefined ? 'confirmation' : 'waiting' },
    ...(sending.booked?.reminders ?? []),
  ])
