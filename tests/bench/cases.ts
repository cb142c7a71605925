// Cases as the product stores them, for what measures the desk.
import type { TransactWriteItem } from '@aws-sdk/client-dynamodb'
import { caseItem, eventPuts, recordPut } from '#adapters/dynamo/cases/case-items.ts'
import { handsPut } from '#adapters/dynamo/cases/hands-item.ts'
import type { Table } from '#adapters/dynamo/client.ts'
import type { Case, Staff } from '#domain/cases/case.ts'
import { addDays } from '#domain/day.ts'
import { caseOf } from '#tests/support/worlds/who-may.ts'
import { firstNames, lastNames } from './names.ts'

/** One of many: a fifth are being checked, a third are with the officer. `openedAt`: of the newest. */
export const subjectAt = (at: number, officer: Staff, openedAt: number): Case => ({
  ...caseOf('plain', officer),
  reference: `H${at.toString(36).toUpperCase().padStart(7, '2')}`,
  title: `${firstNames[at % firstNames.length]} ${lastNames[(at * 7) % lastNames.length]}`,
  state: at % 5 === 0 ? 'checking' : 'submitted',
  openedAt: openedAt - at * 1000,
  dueOn: addDays('2026-11-20', at % 60),
  applicant: {
    name: `${firstNames[at % firstNames.length]} ${lastNames[(at * 7) % lastNames.length]}`,
    // No more than a hundred thousand numbers are that long: beyond, two cases share one.
    phone: `+4477009${String(at % 100_000).padStart(5, '0')}`,
    mayText: true,
  },
  ...(at % 3 === 0 ? { assignee: { id: officer.id, name: officer.name } } : {}),
})

const openOnly = { open: true, atNight: false, goesOn: false }

export const casePuts = (table: Table, subject: Case, open = true): readonly TransactWriteItem[] => [
  { Put: { TableName: table.name, Item: caseItem(subject, { ...openOnly, open }, undefined) } },
  recordPut(table.name, subject, undefined),
]

/** So many things that happened to it, with what tells its pages which were the last. */
export const historyPuts = (table: Table, subject: Case, count: number): readonly TransactWriteItem[] => {
  const events = Array.from({ length: count }, (_, at) => ({
    ...{ id: `${String(at).padStart(12, '0')}bench`, at: subject.openedAt + at, by: 'Sample Officer', action: 'note' },
    ...{ words: `did thing ${at}`, to: subject.state, version: at + 1 },
  }))
  return [
    { Put: { TableName: table.name, Item: caseItem({ ...subject, version: count }, openOnly, undefined) } },
    ...events.flatMap((event) =>
      eventPuts({ ...table, now: () => event.at }, { subject, event }, undefined).slice(0, 1),
    ),
    handsPut(table.name, subject.reference, events),
  ]
}
