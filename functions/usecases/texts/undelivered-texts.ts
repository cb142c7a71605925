// What staff do about texts that did not arrive: see them, send one again, let a held one go, or say that they phoned instead.
import { can } from '#domain/cases/access.ts'
import type { Case, ListedCase, Note, Staff } from '#domain/cases/case.ts'
import { mayCall } from '#domain/cases/contact.ts'
import { cleaned } from '#domain/forms/cleaned.ts'
import { londonDay } from '#domain/london.ts'
import { no, ok, type Result } from '#domain/result.ts'
import { penceFor } from '#domain/texts/allowance.ts'
import { channelOf, type WayTo, wayAfter } from '#domain/texts/channel.ts'
import { doubtedWords } from '#domain/texts/stopping.ts'
import type { Text } from '#domain/texts/text.ts'
import {
  type NotAgain,
  phonedInstead,
  released,
  sentAgain,
  sentInstead,
  wasNotTaken,
} from '#domain/texts/undelivered.ts'
import { signedBody } from '#services/emails.ts'
import type { Service } from '#services/service.ts'
import type { AuditEntry, Chased, UndeliveredStore } from '../ports/staff.ts'
import type { Clock, Ids, Keys } from '../ports/stores.ts'
import type { StoppedStore } from '../ports/texts.ts'
import { forAnother } from './follow.ts'

type Ports = {
  readonly clock: Clock
  readonly ids: Ids
  readonly undelivered: UndeliveredStore
  readonly services: readonly Service[]
}

export type Undelivered = { readonly text: Text; readonly subject: ListedCase }

const size = 25

// Of the teams whose worklists they see, without the cases that they may not.
export const seeUndelivered = async (
  ports: Ports,
  user: Staff,
  cursor?: string,
): Promise<{ readonly undelivered: readonly Undelivered[]; readonly next?: string }> => {
  const services = ports.services.filter(({ team }) => can(user, 'see-team', { team })).map(({ id }) => id)
  const page = await ports.undelivered.page({ services, size, ...(cursor === undefined ? {} : { cursor }) })
  const cases = await ports.undelivered.cases(page.texts.map(({ about }) => about))
  const undelivered = page.texts.flatMap((text) => {
    const subject = cases.find(({ reference }) => reference === text.about)
    return subject !== undefined && can(user, 'see-case', { subject }) ? [{ text, subject }] : []
  })
  return { undelivered, ...(page.next === undefined ? {} : { next: page.next }) }
}

export type ChaseRefusal = 'not-you' | 'changed-elsewhere' | NotAgain

type Chasing = { readonly text: Text; readonly subject: ListedCase | Case; readonly user: Staff }

const postOf = ({ services }: Pick<Ports, 'services'>, subject: Case): string | undefined =>
  services.find(({ id }) => id === subject.service)?.lettersTo?.(subject)

// A text that has come to its end stays there: a new one is made (docs/guarantees.md, "Outbox row").
export const sendAgain = async (
  ports: Ports,
  { text, subject, user }: Chasing,
): Promise<Result<Text, ChaseRefusal>> => {
  const now = ports.clock.now()
  const post = 'record' in subject ? postOf(ports, subject) : undefined
  const made = sentAgain(text, subject.applicant, { id: ports.ids.ordered(now), now, post })
  if (!made.ok) return made
  const { old: after, fresh } = made.value
  const kept = await keep(ports, 'send-text-again', { text, subject, user }, { after, fresh })
  return kept.ok ? ok(fresh) : kept
}

/** By the next channel that is safe for them. Undefined: there is none. */
export const anotherWay = (
  { services, keys, clock }: Pick<Ports, 'services' | 'clock'> & { readonly keys: Keys },
  text: Text,
  subject: Case,
): { readonly way: WayTo; readonly pence: number; readonly subject: string; readonly body: string } | undefined => {
  const way = wayAfter(text, subject.applicant, postOf({ services }, subject))
  // A link by which texts are stopped stops no email.
  if (way === undefined || text.stopKey !== undefined) return undefined
  const body = bodyFor(keys, text, way)
  const pence = penceFor({ ...way, body }, londonDay(clock.now()))
  return { way, pence, subject: `A message about ${subject.reference}`, body }
}

const bodyFor = (keys: Keys, text: Text, way: WayTo): string => {
  const linked = forAnother(keys, text, way)
  if (channelOf(text) === channelOf(way) || channelOf(text) !== 'text') return linked
  return signedBody(linked)
}

export const sendAnotherWay = async (
  ports: Ports & { readonly keys: Keys },
  { text, subject, user }: Chasing & { readonly subject: Case },
): Promise<Result<Text, ChaseRefusal>> => {
  const now = ports.clock.now()
  const other = anotherWay(ports, text, subject)
  if (other === undefined) return no('no-number')
  const made = sentInstead(text, { ...other, id: ports.ids.ordered(now), now })
  if (!made.ok) return made
  const { old: after, fresh } = made.value
  const kept = await keep(ports, 'send-another-way', { text, subject, user }, { after, fresh })
  return kept.ok ? ok(fresh) : kept
}

// Of a letter: its address is right after all.
export const releaseText = async (
  ports: Ports & { readonly stopped: Pick<StoppedStore, 'set'> },
  chasing: Chasing,
): Promise<Result<null, ChaseRefusal>> => {
  const { text, subject, user } = chasing
  const now = ports.clock.now()
  const after = released(text, now)
  const doubted = after.ok && text.reason === doubtedWords && can(user, 'note', { subject })
  if (doubted && text.phoneKey !== undefined) await ports.stopped.set(text.phoneKey, { stopped: false, now })
  return after.ok ? keep(ports, 'release-text', chasing, { after: after.value }) : after
}

const mostWords = 2000
const weRang = { rang: 'council', with: 'applicant' } as const

// Their words, or none, stand on the case as a note.
export const phoneInstead = async (
  ports: Ports,
  { typed, ...chasing }: Chasing & { readonly subject: Case; readonly typed: string },
): Promise<Result<null, ChaseRefusal | 'too-long'>> => {
  const { text, user } = chasing
  const now = ports.clock.now()
  if (!mayCall(chasing.subject.applicant)) return no('settled')
  const said = cleaned(typed)
  if (said.length > mostWords) return no('too-long')
  const after = phonedInstead(text, user.id, now)
  if (!after.ok) return after
  const words = [
    `Phoned the applicant about a text that was not delivered: “${text.body}”`,
    ...(said === '' ? [] : [said]),
  ]
  const note: Note = {
    id: ports.ids.ordered(now),
    at: now,
    by: user.name,
    byId: user.id,
    words: words.join('\n'),
    call: weRang,
  }
  return keep(ports, 'phone-instead', chasing, { after: after.value, note: { on: chasing.subject, said: note } })
}

// Everything on a page of the list that the text service did not take: each by itself, and what
// came of each (docs/guarantees.md, "Faults", F12).
export const sendAllAgain = async (
  ports: Ports,
  user: Staff,
): Promise<{ readonly sent: number; readonly left: number }> => {
  const { undelivered } = await seeUndelivered(ports, user)
  const tried = undelivered.filter(({ text }) => wasNotTaken(text))
  let sent = 0
  for (const { text, subject } of tried) if ((await sendAgain(ports, { text, subject, user })).ok) sent += 1
  return { sent, left: tried.length - sent }
}

const keep = async (
  { undelivered, clock, ids }: Ports,
  did: string,
  { text: before, subject, user }: Chasing,
  made: Pick<Chased, 'after' | 'fresh' | 'note'>,
): Promise<Result<null, ChaseRefusal>> => {
  if (!can(user, 'note', { subject })) return no('not-you')
  const now = clock.now()
  const { reference } = subject
  // A note and its entry have one id.
  const id = made.note?.said.id ?? ids.ordered(now)
  const entry: AuditEntry = { id, at: now, by: user.id, did, allowed: true, reference, on: before.id }
  return undelivered.chase({ subject, before, ...made, entry })
}

// A text of a case, where it is still to be dealt with or was.
export const textOn = (subject: Pick<Case, 'reference'>, texts: readonly Text[], id: string): Text | undefined =>
  texts.find((text) => text.id === id && text.about === subject.reference)
