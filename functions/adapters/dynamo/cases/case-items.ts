// What every transaction about a case writes: the case with what its indexes need, its history, its audit entry. What was answered, and what
// staff wrote about it, stands in `sealed`, under the key whose wrapped form is kept with the record; lists read none of it.
import type { TransactWriteItem } from '@aws-sdk/client-dynamodb'
import { standsOn } from '#domain/cases/buckets.ts'
import type { AskedOfThem, Case, CaseEvent, ListedCase } from '#domain/cases/case.ts'
import { rowAfter } from '#domain/cases/desk/row.ts'
import { goingOf } from '#domain/cases/going.ts'
import { placeOnRegisterIn } from '#domain/cases/placing.ts'
import type { Day } from '#domain/day.ts'
import { type Seal, SealProblem } from '#usecases/ports/seals.ts'
import { dataOf, type Item, itemOf, plainItem, type SealedTable, textAt } from '../client.ts'
import { putNew } from '../conditions.ts'
import { inFeed } from '../sharing/sharing-keys.ts'
import { indexKeys, type Key, keys, listShard } from '../table.ts'
import { handsChange } from './hands-item.ts'

// Is a service's state open? Open cases stand in the worklist indexes.
export type OpenStates = (service: string, state: string) => boolean

export type Stands = { readonly open: boolean; readonly atNight: boolean; readonly goesOn: boolean }

export const indexedAs = (table: SealedTable, openStates: OpenStates, { service, state }: Case): Stands => ({
  open: openStates(service, state),
  atNight: table.atNight(service, state),
  goesOn: table.goesOn(service, state),
})

export const caseItem = (subject: Case, { open: isOpen, atNight, goesOn }: Stands, seal: Seal | undefined): Item => {
  const open = isOpen || subject.news !== undefined
  return {
    ...sealedItem(keys.case(subject.reference), partsOfCase(subject), seal),
    ...plainItem({
      version: subject.version,
      inState: indexKeys.state(subject.team, subject.state, listShard),
      byDue: `${standsAt(subject, open)}#${subject.reference}`,
      byCame: `${new Date(subject.openedAt).toISOString()}#${subject.reference}`,
      work: workOf(subject, open),
      mine: listedUnder(subject, { open, goesOn }),
      ...nightOf(subject, { open, atNight }),
    }),
  }
}

// What lists say of it, as it is after what happened.
export const rowed = <Change extends Happened>(table: SealedTable, change: Change): Change => {
  const { subject, event } = change
  return { ...change, subject: { ...subject, row: rowAfter(subject.row, table.gist(subject), event) } }
}

// What one night has to do with it: a case that is looked at is not one that goes.
const nightOf = (subject: Case, { open, atNight }: Pick<Stands, 'open' | 'atNight'>) => {
  const going = open ? undefined : goingOf(subject)
  if (going !== undefined) return { due: indexKeys.agreed(), dueAt: dueAtNight(going.from, subject.reference) }
  return atNight
    ? { due: indexKeys.night(subject.team, listShard), dueAt: dueAtNight(firstOfAll, subject.reference) }
    : {}
}

export const workOf = ({ team }: Case, open: boolean): string | undefined =>
  open ? indexKeys.work(team, listShard) : undefined

// Closed cases are all in one place, by when they closed: a list of them is one query a team. A place on a register is in none.
export const listedUnder = (
  { assignee, team }: Case,
  { open, goesOn }: Omit<Stands, 'atNight'>,
): string | undefined => {
  if (!open) return goesOn ? undefined : indexKeys.closed(team)
  return assignee === undefined ? indexKeys.nobodys(team, listShard) : indexKeys.mine(assignee.id)
}

// What changed is looked at on the next night, whatever the day: only then is it known when its date matters again.
const firstOfAll = '0000-00-00'

export const dueAtNight = (on: Day, reference: string): string => `${on}#${reference}`

// Without what stands apart, and with what lists do not show sealed.
const partsOfCase = (subject: Case): { readonly plain: ListedCase; readonly secret: Written } => {
  const {
    record: _,
    assessment: _assessment,
    decisions: _decisions,
    placing,
    evidence: _evidence,
    outcomes: _outcomes,
    reviews: _reviews,
    ticks: _ticks,
    complaint: _complaint,
    markers: _markers,
    markerProposed: _markerProposed,
    ...rest
  } = subject
  const place = placeOnRegisterIn(placing)
  const { sealedUnder: _sealedUnder, asked, proposed, proposal, sameAs, ...listed } = rest
  return {
    plain: {
      ...listed,
      ...(asked === undefined ? {} : { asked: withoutMessage(asked) }),
      ...(place === undefined ? {} : { place }),
    },
    secret: {
      ...(asked === undefined ? {} : { asked }),
      ...(proposed === undefined ? {} : { proposed }),
      ...(proposal === undefined ? {} : { proposal }),
      ...(sameAs === undefined ? {} : { sameAs }),
    },
  }
}

const withoutMessage = ({ message: _, ...asked }: AskedOfThem): Omit<AskedOfThem, 'message'> => asked

// Words of staff that may say what was told in confidence.
type Written = Pick<Case, 'asked' | 'proposed' | 'proposal' | 'sameAs'>

// Apart from the case's own item, which every list reads.
type Apart = Pick<Case, 'record' | (typeof apart)[number]>

const apart = [
  'assessment',
  'decisions',
  'placing',
  'evidence',
  'outcomes',
  'reviews',
  'ticks',
  'complaint',
  'markers',
  'markerProposed',
] as const

export const recordPut = (tableName: string, subject: Case, seal: Seal | undefined): TransactWriteItem => {
  const kept = apart.flatMap((part) => (subject[part] === undefined ? [] : [[part, subject[part]]]))
  const secret = { record: subject.record, ...Object.fromEntries(kept) }
  const item = sealedItem(keys.record(subject.reference), { secret }, seal)
  return { Put: { TableName: tableName, Item: { ...item, ...keyItems(seal) } } }
}

const keyItems = (seal: Seal | undefined): Item =>
  seal === undefined ? {} : { keyDraft: { S: seal.key.draft }, wrappedKey: { S: seal.key.wrapped } }

// The case's own key, opened; undefined for a case of before there was sealing, which is kept on as it was.
export const sealOfCase = async (table: SealedTable, { sealedUnder }: Case): Promise<Seal | undefined> =>
  sealedUnder === undefined ? undefined : table.seals.opened(sealedUnder)

type Parts = { readonly plain?: object; readonly secret: object }

// Sealed for this very item: it opens in no other.
export const sealedItem = (key: Key, { plain = {}, secret }: Parts, seal: Seal | undefined): Item =>
  seal === undefined
    ? itemOf(key, { ...plain, ...secret })
    : { ...itemOf(key, plain), sealed: { S: seal.close(placeOf(key), JSON.stringify(secret)) } }

export const unsealed = <T>(item: Item, seal: Seal | undefined): T => {
  const { S: sealed } = item.sealed ?? {}
  if (sealed === undefined) return dataOf<T>(item)
  if (seal === undefined) throw new SealProblem('erased')
  const place = placeOf({ pk: textAt(item, 'pk'), sk: textAt(item, 'sk') })
  return { ...dataOf<T>(item), ...JSON.parse(seal.open(place, sealed)) }
}

const placeOf = ({ pk, sk }: Key): string => `${pk}|${sk}`

// Does a change touch what stands apart?
export const apartChanged = (before: Case, after: Case): boolean =>
  before.record !== after.record || apart.some((part) => before[part] !== after[part])

// The rules' working as it is now, kept for ever beside those of before: the case says how it was worked out on each day.
export const assessedPut = (
  tableName: string,
  { subject: { reference, assessment }, event }: Happened,
  seal: Seal | undefined,
): readonly TransactWriteItem[] =>
  assessment === undefined
    ? []
    : [putNew(tableName, sealedItem(keys.assessed(reference, event.id), { secret: assessment }, seal))]

// From the case's two items, with its key opened.
export const caseFrom = async (
  table: SealedTable,
  listed: Item,
  record: Item,
): Promise<{ readonly subject: Case; readonly seal: Seal | undefined }> => {
  const [draft, wrapped] = [record.keyDraft?.S, record.wrappedKey?.S]
  const key = draft === undefined || wrapped === undefined ? undefined : { draft, wrapped }
  const seal = key === undefined ? undefined : await table.seals.opened(key)
  const whole = { ...unsealed<Omit<ListedCase, 'asked'> & Written>(listed, seal), ...unsealed<Apart>(record, seal) }
  return { subject: key === undefined ? whole : { ...whole, sealedUnder: key }, seal }
}

// Closed cases stand by when they closed.
export const standsAt = (subject: Case, open: boolean): string =>
  open ? standsOn(subject) : new Date(subject.changedAt).toISOString()

// The change, and the case as it is after it.
export type Happened = { readonly subject: Case; readonly event: CaseEvent }

export const eventPuts = (
  table: Pick<SealedTable, 'name' | 'audit' | 'now'>,
  { subject, event }: Happened,
  seal: Seal | undefined,
): readonly TransactWriteItem[] => [
  putNew(table.name, {
    ...sealedItem(keys.event(subject.reference, event.id), partsOf(event), seal),
    ...plainItem(inFeed(event.id, table.now())),
  }),
  handsChange(table.name, subject.reference, event),
  putNew(table.audit, itemOf(keys.audit(keys.case(subject.reference).pk, event.id), auditOf(subject, event))),
]

// That something was done stands in clear, as in the audit log; what was said with it is sealed.
const partsOf = ({ details, ...plain }: CaseEvent): Parts => ({
  plain,
  secret: details === undefined ? {} : { details },
})

// Ids and names of fields, never what was answered (docs/guarantees.md, "Audit log").
const auditOf = (subject: Case, event: CaseEvent) => ({
  at: event.at,
  by: event.byId ?? event.by,
  action: event.action,
  from: event.from,
  to: event.to,
  version: event.version,
  service: subject.service,
  ...(event.notice === undefined ? {} : { notice: event.notice }),
})
