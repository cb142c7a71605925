// What every transaction about a case writes: the case with what its indexes need, its history, its audit entry.
import type { TransactWriteItem } from '@aws-sdk/client-dynamodb'
import type { Case, CaseEvent, ListedCase } from '#domain/cases/case.ts'
import { dataOf, type Item, itemOf, type Table } from './client.ts'
import { indexKeys, keys, shardOf } from './table.ts'

// Is a service's state open? Open cases stand in the worklist indexes.
export type OpenStates = (service: string, state: string) => boolean

export const caseItem = (subject: Case, open: boolean): Item => {
  const shard = shardOf(subject.reference)
  const {
    record: _,
    assessment: _assessment,
    decisions: _decisions,
    placing: _placing,
    evidence: _evidence,
    ...listed
  } = subject
  return itemOf(keys.case(subject.reference), listed, {
    version: subject.version,
    inState: indexKeys.state(subject.team, subject.state, shard),
    byDue: `${standsAt(subject, open)}#${subject.reference}`,
    byCame: `${new Date(subject.openedAt).toISOString()}#${subject.reference}`,
    work: open ? indexKeys.work(subject.team, shard) : undefined,
    mine: open && subject.assignee !== undefined ? indexKeys.mine(subject.assignee.id) : undefined,
  })
}

// Apart from the case's own item, which every list reads.
type Apart = Pick<Case, 'record' | 'assessment' | 'decisions' | 'placing' | 'evidence'>

export const recordPut = (
  tableName: string,
  { reference, record, assessment, decisions, placing, evidence }: Case,
): TransactWriteItem => {
  const apart: Apart = {
    record,
    ...(assessment === undefined ? {} : { assessment }),
    ...(decisions === undefined ? {} : { decisions }),
    ...(placing === undefined ? {} : { placing }),
    ...(evidence === undefined ? {} : { evidence }),
  }
  return { Put: { TableName: tableName, Item: itemOf(keys.record(reference), apart) } }
}

// Does a change touch what stands apart?
export const apartChanged = (before: Case, after: Case): boolean =>
  before.record !== after.record ||
  before.assessment !== after.assessment ||
  before.decisions !== after.decisions ||
  before.placing !== after.placing ||
  before.evidence !== after.evidence

// The rules' working as it is now, kept for ever beside those of before: the case says how it was worked out on each day.
export const assessedPut = (
  tableName: string,
  { reference, assessment }: Case,
  event: CaseEvent,
): readonly TransactWriteItem[] =>
  assessment === undefined
    ? []
    : [
        {
          Put: {
            TableName: tableName,
            Item: itemOf(keys.assessed(reference, event.id), assessment),
            ConditionExpression: 'attribute_not_exists(pk)',
          },
        },
      ]

// From the case's two items.
export const caseFrom = (listed: Item, record: Item): Case => ({
  ...dataOf<ListedCase>(listed),
  ...dataOf<Apart>(record),
})

// Closed cases stand by when they closed.
const standsAt = ({ dueOn, changedAt }: Case, open: boolean): string =>
  open ? (dueOn ?? '9999-12-31') : new Date(changedAt).toISOString()

export const eventPuts = (table: Table, subject: Case, event: CaseEvent): readonly TransactWriteItem[] => [
  {
    Put: {
      TableName: table.name,
      Item: itemOf(keys.event(subject.reference, event.id), event),
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  },
  {
    Put: {
      TableName: table.audit,
      Item: itemOf(keys.audit(keys.case(subject.reference).pk, event.id), auditOf(subject, event)),
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  },
]

// Ids and names of fields, never what was answered (GUARANTEES, audit log).
const auditOf = (subject: Case, event: CaseEvent) => ({
  at: event.at,
  by: event.byId ?? event.by,
  action: event.action,
  from: event.from,
  to: event.to,
  version: event.version,
  service: subject.service,
})
