// A trial of doing the same on many cases: what would happen on each, or why not, how many messages go and what they cost.
// Nothing is changed by it (docs/rules/casework.md, "Many at once").
import { can } from '#domain/cases/access.ts'
import type { ListedCase, Staff } from '#domain/cases/case.ts'
import { type Bulk, type BulkDeed, type BulkItem, mostInBulk } from '#domain/cases/desk/bulk.ts'
import type { Day } from '#domain/day.ts'
import { londonDay } from '#domain/london.ts'
import { no, ok, type Result } from '#domain/result.ts'
import { penceFor } from '#domain/texts/allowance.ts'
import type { Text } from '#domain/texts/text.ts'
import type { Service } from '#services/service.ts'
import type { CaseStore } from '../ports/stores.ts'
import type { BulkStore } from '../ports/team.ts'
import { type TextPorts, textsFor } from '../texts/decide-text.ts'

export type BulkPorts = TextPorts & {
  readonly cases: CaseStore
  readonly bulk: BulkStore
  readonly services: readonly Service[]
}

// Open cases that somebody has, or nobody; or everybody who is to come to a place on a day.
export type BulkOf =
  | { readonly is: 'nobodys' }
  | { readonly is: 'of'; readonly id: string }
  | { readonly is: 'day'; readonly place: string; readonly day: Day }

type Planned = { readonly team: string; readonly of: BulkOf; readonly deed: BulkDeed; readonly user: Staff }

export const planBulk = async (
  ports: BulkPorts,
  { team, of, deed, user }: Planned,
): Promise<Result<Bulk, 'not-you' | 'none' | 'too-many'>> => {
  if (!can(user, 'run-team', { team })) return no('not-you')
  const chosen = (await casesOf(ports, team, of)).filter((subject) => can(user, 'see-case', { subject }))
  if (chosen.length === 0) return no('none')
  if (chosen.length > mostInBulk) return no('too-many')
  const now = ports.clock.now()
  const planned = await Promise.all(chosen.map((subject) => tried(ports, { subject, deed, user })))
  const would = planned.filter(({ item }) => item.plan === 'would')
  const bulk: Bulk = {
    ...{ id: ports.ids.secret(), team, deed, madeAt: now, by: { id: user.id, name: user.name } },
    would: would.length,
    messages: would.reduce((sum, { texts }) => sum + texts.length, 0),
    pence: would.flatMap(({ texts }) => texts).reduce((sum, text) => sum + penceFor(text, londonDay(now)), 0),
  }
  await ports.bulk.add(
    bulk,
    planned.map(({ item }) => item),
  )
  return ok(bulk)
}

const casesOf = async ({ cases }: BulkPorts, team: string, of: BulkOf): Promise<readonly ListedCase[]> => {
  const most = mostInBulk + 1
  switch (of.is) {
    case 'nobodys':
      return (await cases.lane({ of: { is: 'nobodys', teams: [team] }, most })).cases
    case 'of':
      return (await cases.lane({ of: { is: 'mine', userId: of.id }, most })).cases.filter((one) => one.team === team)
    case 'day': {
      const day = await cases.sheet(of.place, of.day)
      return day.filter((subject) => subject.team === team && subject.state !== 'cancelled')
    }
  }
}

type Tried = { readonly item: BulkItem; readonly texts: readonly Text[] }
type Trying = { readonly subject: ListedCase; readonly deed: BulkDeed; readonly user: Staff }

const tried = async (ports: BulkPorts, { subject, deed, user }: Trying): Promise<Tried> => {
  const { reference, version, assignee } = subject
  const row = { reference, version, ...(assignee === undefined ? {} : { had: assignee }) }
  const out = (why: string): Tried => ({ item: { ...row, plan: 'left-out', why }, texts: [] })
  if (deed.is === 'give') {
    if (!can(user, 'assign', { subject })) return out('You may not give this case to anybody')
    return assignee?.id === deed.to?.id ? out('It is there already') : { item: { ...row, plan: 'would' }, texts: [] }
  }
  const service = ports.services.find(({ id }) => id === subject.service)
  const whole = await ports.cases.get(reference)
  if (service === undefined || whole === undefined || !can(user, 'note', { subject }))
    return out('You may not write on it')
  const texts = await textsFor(ports, service, whole, [{ template: 'message' }])
  if (texts.length === 0) return out('They have no number, email or address that is safe. Phone them')
  return { item: { ...row, plan: 'would' }, texts }
}
