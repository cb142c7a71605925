// Other cases that may be of the same person, across services: suggested by what tells people apart, confirmed by a person, with a reason, and
// taken back where it was wrong. Each sees only those that they may see.
import { can } from '#domain/cases/access.ts'
import type { Case, ListedCase, Staff } from '#domain/cases/case.ts'
import { cleaned } from '#domain/forms/cleaned.ts'
import type { Problem } from '#domain/forms/kind.ts'
import { findKeysOf } from '#domain/people/find-keys.ts'
import { findableIn } from '#domain/people/findable.ts'
import type { Alike, Kin, KinSaid } from '#domain/people/kin.ts'
import { no, type Result } from '#domain/result.ts'
import type { Service } from '#services/service.ts'
import type { KinStore, PeopleStore } from '../ports/people.ts'
import type { Clock, Ids } from '../ports/stores.ts'

type Ports = {
  readonly clock: Clock
  readonly ids: Ids
  readonly people: PeopleStore
  readonly kin: KinStore
  readonly services: readonly Service[]
}

export type KinCase = { readonly subject: ListedCase; readonly said?: Kin; readonly alike: readonly Alike[] }

export const seeKin = async (ports: Ports, user: Staff, subject: Case): Promise<readonly KinCase[]> => {
  const said = await ports.kin.of(subject.reference)
  const matches = await matchesOf(ports, subject)
  const wanted = [
    ...new Set([...said.filter(({ is }) => is !== 'taken-back').map(({ other }) => other), ...matches.keys()]),
  ]
  const found = await ports.people.cases(wanted.slice(0, most))
  return found
    .map(({ subject: other }) => other)
    .filter((other) => other.reference !== subject.reference && can(user, 'see-case', { subject: other }))
    .map((other) => {
      const judged = said.find((one) => one.other === other.reference)
      const stands = judged === undefined || judged.is === 'taken-back' ? {} : { said: judged }
      return { subject: other, alike: [...(matches.get(other.reference) ?? [])], ...stands }
    })
}

type Matches = ReadonlyMap<string, ReadonlySet<Alike>>

// Of one key. A number that hundreds typed tells nothing.
const most = 20

const kinds: readonly Alike[] = ['phone', 'email', 'birth']
const tellings = { phone: 'phone', ni: 'ni', person: 'birth' } as const

const matchesOf = async ({ people, services }: Ports, subject: Case): Promise<Matches> => {
  const finds = services.find(({ id }) => id === subject.service)?.finds
  const own = findableIn(subject, finds ?? { people: [] })
  const { phone, email } = subject.applicant
  const keys = findKeysOf({
    people: own.people.filter(({ role }) => role === 'applicant'),
    ...{ phones: phone === undefined ? [] : [phone], emails: email === undefined ? [] : [email] },
    ...{ numbers: [], uprns: [], places: [] },
  })
  const found = new Map<string, Set<Alike>>()
  // What it was compared with when it was sent.
  for (const { reference, by } of subject.sameAs ?? []) found.set(reference, new Set(by.map((one) => tellings[one])))
  for (const key of keys) {
    const kind = kinds.find((one) => one === key.kind)
    if (kind === undefined) continue
    const { references, more } = await people.under(key, most)
    if (!more) for (const one of references) found.set(one, (found.get(one) ?? new Set()).add(kind))
  }
  return found
}

type Saying = {
  readonly subject: Case
  readonly other: string
  readonly is: KinSaid
  readonly typed: string
}

type Refused = 'not-there' | 'changed-elsewhere' | readonly Problem[]

/** `other`: one that this page shows them. */
export const sayKin = async (ports: Ports, user: Staff, saying: Saying): Promise<Result<null, Refused>> => {
  const { subject, is } = saying
  const found = (await seeKin(ports, user, subject)).find((one) => one.subject.reference === saying.other)
  if (found === undefined) return no('not-there')
  if (!can(user, 'note', { subject }) || !can(user, 'note', { subject: found.subject })) return no('not-there')
  const reason = cleaned(saying.typed)
  if (reason === '') return no([{ field: 'reason', words: 'Enter the reason' }])
  if (reason.length > 500) return no([{ field: 'reason', words: 'Reason must be 500 characters or fewer' }])
  const at = ports.clock.now()
  const before = (await ports.kin.of(subject.reference)).find(({ other }) => other === saying.other)
  const entries = [subject.reference, saying.other].map((reference) => ({
    ...{ id: ports.ids.ordered(at), at, by: user.id, did: `kin-${is}`, allowed: true, reference },
    on: reference === subject.reference ? saying.other : subject.reference,
  }))
  const kin = { reference: subject.reference, other: saying.other, is, reason, by: user.name, byId: user.id, at }
  return ports.kin.say({ ...kin, version: (before?.version ?? 0) + 1 }, entries)
}
