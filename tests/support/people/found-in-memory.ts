// An index of people in memory, written and read by the product's own keys: for tables of names, and for a hundred thousand of them.
import type { ListedCase } from '#domain/cases/case.ts'
import { type Findable, findKeysOf } from '#domain/people/find-keys.ts'
import type { PeopleStore } from '#usecases/ports/people.ts'

export type InMemory = PeopleStore & {
  readonly add: (subject: ListedCase, found: Findable) => void
  // Since the last call.
  readonly reads: () => number
}

export const foundInMemory = (): InMemory => {
  const pointers = new Map<string, string[]>()
  const cases = new Map<string, { readonly subject: ListedCase; readonly found: Findable }>()
  let reads = 0
  return {
    add: (subject, found) => {
      cases.set(subject.reference, { subject, found })
      for (const { kind, value } of findKeysOf(found)) {
        const under = pointers.get(`${kind}/${value}`)
        if (under === undefined) pointers.set(`${kind}/${value}`, [subject.reference])
        else under.push(subject.reference)
      }
    },
    reads: () => {
      const before = reads
      reads = 0
      return before
    },
    under: async ({ kind, value }, most) => {
      reads += 1
      const all = pointers.get(`${kind}/${value}`) ?? []
      return { references: all.slice(0, most), more: all.length > most }
    },
    cases: async (references) => {
      reads += 1
      return references.flatMap((reference) => {
        const one = cases.get(reference)
        return one === undefined ? [] : [{ subject: one.subject, people: one.found.people }]
      })
    },
  }
}

export const findableOf = (name: string, more: Partial<Findable> & { readonly born?: string } = {}): Findable => {
  const { born, ...rest } = more
  return {
    people: [{ name, role: 'applicant', ...(born === undefined ? {} : { born }) }],
    ...{ phones: [], emails: [], numbers: [], uprns: [], places: [] },
    ...rest,
  }
}
