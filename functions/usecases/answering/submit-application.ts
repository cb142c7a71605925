// Sending an application: one transaction makes the case, its history, its confirmation text and its audit entry, and closes the draft.
// The draft is the idempotency key for ever: sent again, it gives the same reference.
import type { Case, CaseEvent } from '#domain/cases/case.ts'
import type { Concerns } from '#domain/cases/desk/complaint.ts'
import type { SamePerson } from '#domain/cases/desk/same-person.ts'
import { type EvidenceItem, informationReceivedDate } from '#domain/cases/evidence.ts'
import type { Day } from '#domain/day.ts'
import type { Answers } from '#domain/forms/answered/answers.ts'
import type { Draft } from '#domain/forms/answered/draft.ts'
import type { Journey } from '#domain/forms/answered/journey.ts'
import { type Called, formRecordOf } from '#domain/forms/answered/record.ts'
import { londonDay } from '#domain/london.ts'
import { no, ok, type Result } from '#domain/result.ts'
import { type Booked, bookedIn, chosenWait } from '#domain/slots/booking.ts'
import type { Claim } from '#domain/slots/timetable.ts'
import type { Waiting } from '#domain/slots/waiting.ts'
import type { Text } from '#domain/texts/text.ts'
import { addWorkingDays } from '#domain/working-days.ts'
import type { Service } from '#services/service.ts'
import { type AlreadyBooked, type ByPhone, standsInTheWay } from '../booking/in-the-way.ts'
import { plainName } from '../booking/standing.ts'
import { concerning } from '../people/concerning.ts'
import type { FindStore, Mark } from '../ports/access.ts'
import type { CaseStore, Clock, HoldStore, Ids, Keys } from '../ports/stores.ts'
import type { LiveWordings } from '../ports/texts.ts'
import { textsFor } from '../texts/decide-text.ts'
import { helpShown } from './helping.ts'
import { marksOf, samePeople } from './same-person.ts'
import { journeyOf } from './save-page.ts'
import { byHelper, byStaff, confirmationFor, type Sender, waitingFor } from './sender.ts'
import { filesIn } from './take-uploads.ts'
import { sentBy } from './ways-back.ts'
import { whoseIn } from './whose.ts'

export type SubmitPorts = {
  readonly clock: Clock
  readonly ids: Ids
  readonly keys: Keys
  readonly cases: CaseStore
  readonly find: FindStore
  readonly holds: HoldStore
  readonly citizenOrigin: string
  readonly wordings: LiveWordings
}

export type SubmitRefusal = 'not-complete' | 'changed-elsewhere' | 'time-taken' | 'unknown' | AlreadyBooked | ByPhone

export const submitApplication = async (
  ports: SubmitPorts,
  service: Service,
  draft: Draft,
  sender?: Sender,
): Promise<Result<{ readonly reference: string }, SubmitRefusal>> => {
  if (draft.caseReference !== undefined) return ok({ reference: draft.caseReference })
  const walk = journeyOf(service, draft, ports.clock)
  if (!walk.complete()) return no('not-complete')
  const wanted = wantedOf(service, walk, ports.clock.now(), draft.hold)
  if (wanted === undefined) return no('time-taken')
  const applicant = service.applicant(walk.answers)
  const stands = await standsInTheWay(ports, { service, applicant, ...wanted, draftId: draft.id, sender })
  if (stands !== undefined) return refused(ports, draft.id, wanted.booked, stands)
  const marks = marksOf(ports, service, walk.answers)
  const sameAs = await samePeople(ports, service, marks, draft.id)
  const about = service.concerns?.(walk.answers)
  const concerns = about === undefined ? undefined : await concerning(ports, about)
  return send(ports, { service, draft, walk, ...wanted, sender, place: 0, marks, sameAs, concerns }, 3)
}

// The time that it books, or the list that it joins. Undefined where a time was chosen that is offered no more.
const wantedOf = (
  { booking }: Service,
  { answers }: Journey,
  now: number,
  hold: Draft['hold'],
): Pick<Sending, 'booked' | 'waits'> | undefined => {
  if (booking === undefined) return { booked: undefined, waits: undefined }
  const waits = chosenWait(booking, answers, now)
  if (waits !== undefined) return { booked: undefined, waits }
  const booked = bookedIn(booking, answers, now, hold)
  return booked === undefined ? undefined : { booked, waits }
}

type Sending = {
  readonly service: Service
  readonly draft: Draft
  readonly walk: Journey
  readonly booked: Booked | undefined
  readonly waits: Waiting | undefined
  readonly sender: Sender | undefined
  // Which of the person's places for such appointments is tried.
  readonly place: number
  readonly marks: readonly Mark[]
  readonly sameAs: readonly SamePerson[]
  readonly concerns: Concerns | undefined
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
  const event = received(ports.ids.ordered(now), subject, sending)
  const texts = await confirmationTexts(ports, sending, subject)
  const token = ports.keys.hash('submit', `${sending.draft.id}/${sending.draft.version}/${reference}/${sending.place}`)
  const claims: readonly Claim[] = sending.booked?.claims ?? []
  const files = filesIn(sending.walk)
  const { marks } = sending
  const rota = { service: sending.service.id, version: sending.booked?.version ?? 0 }
  const draft = sentBy(ports.keys, sending.draft, subject.applicant)
  const done = await ports.cases.submit({ draft, subject, event, texts, claims, rota, files, token, marks })
  if (done.ok) return done
  if (done.error.is === 'already') return ok({ reference: done.error.reference })
  if (done.error.is === 'reference-taken') return tries > 1 ? send(ports, sending, tries - 1) : no('unknown')
  return done.error.is === 'already-booked' ? nextPlace(ports, sending, done.error.reference) : no(done.error.is)
}

// The time that was held for a booking that is not to be goes back to others.
const nextPlace = async (ports: SubmitPorts, sending: Sending, reference: string) => {
  const { booked, draft, place } = sending
  if (place + 1 < (booked?.atOnce ?? 1)) return send(ports, { ...sending, place: place + 1 }, 3)
  return refused(ports, draft.id, booked, { is: 'already-booked', reference })
}

const refused = async (
  ports: SubmitPorts,
  draftId: string,
  booked: Booked | undefined,
  why: AlreadyBooked | ByPhone,
): Promise<Result<never, AlreadyBooked | ByPhone>> => {
  if (booked !== undefined) await ports.holds.free(draftId, booked.claims)
  return no(why)
}

const caseFrom = (ports: SubmitPorts, sending: Sending, reference: string, now: number): Case => {
  const { service, draft, walk, booked, waits, sameAs } = sending
  return {
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
    record: formRecordOf(walk),
    draftId: draft.id,
    ...knownBy(ports, sending),
    ...(draft.called === undefined ? {} : { called: draft.called }),
    ...aboutOf(service, walk.answers, draft),
    ...(service.sensitive?.(walk.answers) === true ? { sensitive: true } : {}),
    ...(service.assessment === undefined
      ? {}
      : { assessment: service.assessment(walk.answers, londonDay(now), { sentAt: now, now, of: { sameAs } }) }),
    ...(sameAs.length === 0 ? {} : { sameAs }),
    ...evidenceOf(service, walk.answers, [], londonDay(now)),
    ...(booked === undefined ? {} : { appointment: ofPerson(ports, sending, booked) }),
    ...(waits === undefined ? {} : { waiting: { ...waits, ...waiterOf(ports, sending) } }),
  }
}

// Whether the number is theirs, what it is about, and whose it is.
const knownBy = ({ keys }: SubmitPorts, { service, walk, sender, concerns }: Sending) => ({
  ...(concerns === undefined ? {} : { concerns }),
  ...(sender?.is === 'browser' ? { unproved: true } : {}),
  ...uprnsOf(service, walk.answers),
  whose: whoseIn(keys, walk),
})

// What its own applicant knows it by.
export const aboutOf = ({ forResident }: Service, answers: Answers, named: Called): Pick<Case, 'about'> => {
  const about = namedBy(named, forResident.about?.(answers))
  return about === undefined ? {} : { about }
}

// By the name that its applicant gave it, where there is one.
export const namedBy = ({ called }: Called, about: string | undefined): string | undefined => {
  if (called === undefined) return about
  return about === undefined ? called : `${called}: ${about}`
}

const waiterOf = (ports: SubmitPorts, sending: Sending) => {
  const booker = bookerOf(ports, sending)
  return booker === undefined ? {} : { booker }
}

const ofPerson = (ports: SubmitPorts, sending: Sending, { appointment }: Booked) => {
  const hash = bookerOf(ports, sending)
  return hash === undefined ? appointment : { ...appointment, booker: { hash, place: sending.place } }
}

// A person is a number and a name: two who share a mobile have an appointment each. A service that asks no number has no limit.
const bookerOf = ({ keys }: SubmitPorts, { service, walk, sender }: Sending): string | undefined => {
  const { phone, name } = service.applicant(walk.answers)
  if (phone === undefined) return undefined
  const browser = sender?.is === 'browser' ? [sender.mark] : []
  return keys.hash('booker', [phone, plainName(name), ...browser].join('\n'))
}

// Complete from the start where it needs no document, or all are waived: that day is the day it was sent.
export const uprnsOf = (service: Service, answers: Answers): Pick<Case, 'uprns'> => {
  const uprns = service.uprns?.(answers) ?? []
  return uprns.length === 0 ? {} : { uprns }
}

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

const received = (id: string, subject: Case, { service, sender, draft, walk }: Sending): CaseEvent => ({
  id,
  at: subject.openedAt,
  by: 'The applicant',
  action: 'submit',
  words: sentWords(subject, service),
  to: subject.state,
  version: 1,
  ...helpShown(draft, walk),
  ...byHelper(sender),
  ...byStaff(sender, subject.appointment?.extra),
})

const sentWords = ({ appointment, waiting }: Case, { noun }: Service): string => {
  if (waiting !== undefined) return 'joined the waiting list'
  return appointment === undefined ? `sent the ${noun}` : 'booked the appointment'
}

const confirmationTexts = (ports: SubmitPorts, sending: Sending, subject: Case): Promise<readonly Text[]> =>
  textsFor(ports, sending.service, subject, [
    sending.waits === undefined ? confirmationFor(sending.service, sending.sender) : waitingFor(sending.sender),
    ...(sending.booked?.reminders ?? []),
  ])
