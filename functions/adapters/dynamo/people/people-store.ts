// Finding cases by who their people are: one Query a key, one BatchGetItem for what was found.
import type { ListedCase } from '#domain/cases/case.ts'
import type { FindablePerson, FindKey } from '#domain/people/find-keys.ts'
import type { FoundCase, PeopleStore, Under } from '#usecases/ports/people.ts'
import type { Keys } from '#usecases/ports/stores.ts'
import { batchOf } from '../batch.ts'
import { dataOf, keyItem, type Table, textAt } from '../client.ts'
import { keys } from '../table.ts'
import { findHashOf } from './found-items.ts'
import { unveiled } from './veil.ts'

export const peopleStore = (table: Table, hashes: Keys): PeopleStore => ({
  under: (key, most) => under(table, hashes, key, most),
  cases: (references) => casesOf(table, hashes, references),
})

const under = async (table: Table, hashes: Keys, key: FindKey, most: number): Promise<Under> => {
  const { Items: items = [] } = await table.client.query({
    TableName: table.name,
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': { S: keys.foundBy(key.kind, findHashOf(hashes, key), '').pk } },
    ConsistentRead: true,
    Limit: most + 1,
  })
  const references = items.map((item) => textAt(item, 'sk').split('#')[1] ?? '')
  return { references: references.slice(0, most), more: references.length > most }
}

// No case has it: what found nothing asks the table the same as what found a case that is then left out.
const nobodys = '-'

const casesOf = async (table: Table, hashes: Keys, references: readonly string[]): Promise<readonly FoundCase[]> => {
  const wanted = (references.length === 0 ? [nobodys] : references).flatMap((reference) =>
    [keys.case(reference), keys.people(reference)].map(keyItem),
  )
  const items = await batchOf(table, wanted)
  const veils = new Map(
    items.filter((item) => textAt(item, 'sk') === 'PEOPLE').map((item) => [textAt(item, 'pk'), textAt(item, 'veiled')]),
  )
  return items
    .filter((item) => textAt(item, 'sk') === 'CASE')
    .map((item) => dataOf<ListedCase>(item))
    .map((subject) => {
      const veil = veils.get(keys.people(subject.reference).pk)
      return {
        subject,
        people: veil === undefined ? [] : unveiled<readonly FindablePerson[]>(hashes, subject.reference, veil),
      }
    })
}
