// The one shape that items are stored in: keys and index attributes by name, the rest as JSON in `data`.
// One string instead of a tree of typed attributes: a page view pays for one JSON.parse, not for unmarshalling eighty answers.
import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import type { Case } from '#domain/cases/case.ts'
import type { Gist } from '#domain/cases/desk/row.ts'
import type { Findable } from '#domain/people/find-keys.ts'
import type { Seals } from '#usecases/ports/seals.ts'
import type { Db } from './db.ts'
import type { Key } from './table.ts'

export type Table = { readonly client: Db; readonly name: string; readonly audit: string }

// With what seals answers told in confidence, and which pages ask for them, by service and page key.
export type SealedTable = Table & {
  readonly seals: Seals
  readonly inConfidence: (service: string, key: string) => boolean
  // Who and what a case is found by.
  readonly findable: (subject: Case) => Findable
  // What a row of a list says that it is about.
  readonly gist: (subject: Case) => Gist
  // Is a case of the service in this state looked at on the nights on which its date matters?
  readonly atNight: (service: string, state: string) => boolean
  // Is nothing left to do on it, and yet it is not at its end: a place on a register?
  readonly goesOn: (service: string, state: string) => boolean
  // The instant of a write: the feed of events is in the order in which they were written.
  readonly now: () => number
}

export type Item = Record<string, AttributeValue>

export const keyItem = (key: Key): Item => ({ pk: { S: key.pk }, sk: { S: key.sk } })

// `plain` are attributes that conditions and indexes need; undefined ones are left out.
export const itemOf = (
  key: Key,
  data: unknown,
  plain: Readonly<Record<string, string | number | undefined>> = {},
): Item => ({
  ...keyItem(key),
  ...plainItem(plain),
  data: { S: JSON.stringify(data) },
})

export const plainItem = (plain: Readonly<Record<string, string | number | undefined>>): Item =>
  Object.fromEntries(
    Object.entries(plain).flatMap(([name, value]): [string, AttributeValue][] => {
      if (value === undefined) return []
      return [[name, typeof value === 'number' ? { N: String(value) } : { S: value }]]
    }),
  )

// What these stores wrote is read back as the type they wrote; a form's older shapes are met by its migrations.
export const dataOf = <T>(item: Item): T => JSON.parse(item.data?.S ?? 'null')

export const textAt = (item: Item, name: string): string => item[name]?.S ?? ''

export const numberAt = (item: Item, name: string): number => Number(item[name]?.N ?? 0)
