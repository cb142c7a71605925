// Whether counting is well: what was counted last, and how the last counting again came out.
import type { Day } from '#domain/day.ts'
import { addDays } from '#domain/day.ts'
import { one } from '#domain/forms/kind.ts'
import { londonDay } from '#domain/london.ts'
import type { Service } from '#services/service.ts'
import type { Books } from '../ports/books.ts'
import type { SumStore } from '../ports/measures.ts'
import type { Clock } from '../ports/stores.ts'

type Ports = {
  readonly clock: Clock
  readonly books: Pick<Books, 'all'>
  readonly sums: Pick<SumStore, 'days'>
  readonly services: readonly Service[]
}

export type Health = {
  readonly services: readonly {
    readonly name: string
    readonly last?: { readonly day: Day; readonly facts: number; readonly writtenAt?: number }
  }[]
  readonly rebuilt?: { readonly at: number; readonly differences: number }
}

const daysBack = 40

export const seeHealth = async ({ clock, books, sums, services }: Ports): Promise<Health> => {
  const today = londonDay(clock.now())
  const each = await Promise.all(
    services.map(async ({ id, name }) => {
      const last = (await sums.days(id, addDays(today, -daysBack), addDays(today, 1))).at(-1)
      return { name, ...(last === undefined ? {} : { last }) }
    }),
  )
  const rebuilt = (await books.all('rebuilds')).toSorted((a, b) => b.at - a.at)[0]
  return {
    services: each,
    ...(rebuilt === undefined
      ? {}
      : { rebuilt: { at: rebuilt.at, differences: Number(one(rebuilt.typed, 'differences')) } }),
  }
}
