// Where worklists and the list of a day look for a case, written anew: for cases that were stored before a list was kept as it is now.
import type { Case } from '#domain/cases/case.ts'
import { keyItem, type Table } from '../client.ts'
import { indexKeys, keys, listShard } from '../table.ts'
import { because, transact } from '../transact.ts'
import { listedUnder, type Stands, standsAt, workOf } from './case-items.ts'
import { sheetPut } from './day-sheet.ts'

export const stand = async (table: Table, subject: Case, how: Omit<Stands, 'atNight'>): Promise<void> => {
  const { reference, version } = subject
  // Where it changed since it was read, it stands as it should.
  const change = {
    ...{ TableName: table.name, Key: keyItem(keys.case(reference)), ConditionExpression: '#version = :seen' },
    ...changeTo(placesOf(subject, how), version),
  }
  const steps = because('changed-elsewhere', [{ Update: change }, ...sheetPut(table.name, subject)])
  await transact(table, steps, `stand ${reference} ${version}`)
}

type Places = Readonly<Record<string, string | undefined>>

// By attribute; undefined where it is not to stand.
const placesOf = (subject: Case, how: Omit<Stands, 'atNight'>): Places => ({
  byDue: `${standsAt(subject, how.open)}#${subject.reference}`,
  inState: indexKeys.state(subject.team, subject.state, listShard),
  mine: listedUnder(subject, how),
  work: workOf(subject, how.open),
})

const changeTo = (places: Places, seen: number) => {
  const set = Object.entries(places).flatMap(([name, place]) => (place === undefined ? [] : [{ name, place }]))
  const gone = Object.keys(places).filter((name) => places[name] === undefined)
  const sets = `SET ${set.map(({ name }) => `#${name} = :${name}`).join(', ')}`
  return {
    UpdateExpression: gone.length === 0 ? sets : `${sets} REMOVE ${gone.map((name) => `#${name}`).join(', ')}`,
    ExpressionAttributeNames: Object.fromEntries(['version', ...Object.keys(places)].map((name) => [`#${name}`, name])),
    ExpressionAttributeValues: {
      ...Object.fromEntries(set.map(({ name, place }) => [`:${name}`, { S: place }])),
      ':seen': { N: String(seen) },
    },
  }
}
