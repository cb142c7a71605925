// Who of the staff had a part in a case, and how it stands: what is in clear of it, without opening its key.
import type { CaseEvent, ListedCase } from '#domain/cases/case.ts'
import type { Stood } from '#domain/cases/desk/complaint.ts'
import { dataOf, type Table, textAt } from '../client.ts'
import { allUnder } from '../every.ts'
import { keys, underCase as prefix } from '../table.ts'

export const partsOfStaff = async (table: Table, reference: string): Promise<Stood | undefined> => {
  const items = await allUnder(table, table.name, keys.case(reference).pk)
  const found = items.find((item) => textAt(item, 'sk') === keys.case(reference).sk)
  if (found === undefined) return undefined
  const { service, state, version, changedAt } = dataOf<ListedCase>(found)
  const events = items.filter((item) => textAt(item, 'sk').startsWith(prefix.event))
  return { service, state, version, at: changedAt, events: events.map((item) => dataOf<CaseEvent>(item)) }
}
