// Finding cases by what a caller says. Twelve reads at most, whatever the number of cases. What the person who searches may not see is left
// out after it was read, and nothing tells that it was there: cases are read even where none was found, so that the time tells nothing either.
import { can } from '#domain/cases/access.ts'
import type { ListedCase, Staff } from '#domain/cases/case.ts'
import type { AskedFor } from '#domain/people/asked-for.ts'
import type { FindKey } from '#domain/people/find-keys.ts'
import { namePartsOf } from '#domain/people/name-parts.ts'
import { type Answered, answeredBy } from '#domain/people/ranking.ts'
import { searchPlan } from '#domain/people/search-plan.ts'
import type { PeopleStore } from '../ports/people.ts'

export type Found = {
  readonly results: readonly Result[]
  // So many share what was asked for that they cannot be told apart without something more.
  readonly askMore: boolean
}

type Result = { readonly subject: ListedCase; readonly answered: Answered }

// Of one key. A name that more people share is asked for with a second fact.
const mostUnder = 200
const mostCases = 50
const batches = 2

type Ports = { readonly people: PeopleStore }

export const searchPeople = async ({ people }: Ports, user: Staff, asked: AskedFor): Promise<Found> => {
  const read = await Promise.all(
    searchPlan(asked).map(async (key) => ({ key, ...(await people.under(key, mostUnder)) })),
  )
  const tooMany = read.filter(({ more }) => more)
  const usable = read.filter(({ more }) => !more)
  const references = likeliestFirst(usable)
  const wanted = Array.from({ length: batches }, (_, at) => references.slice(at * mostCases, (at + 1) * mostCases))
  const cases = (
    await Promise.all(wanted.map((some, at) => (some.length === 0 && at > 0 ? [] : people.cases(some))))
  ).flat()
  const results = cases.flatMap(({ subject, people: who }) => {
    const answered = answeredBy(asked, who)
    return answered !== undefined && can(user, 'see-case', { subject }) ? [{ subject, answered }] : []
  })
  return {
    results: withoutOtherBirthdays(results).toSorted(better),
    askMore: isTooWide(
      asked,
      tooMany.map(({ key }) => key),
    ),
  }
}

// Who was born on another day is no answer where somebody was born on that one, or nearly.
const withoutOtherBirthdays = (results: readonly Result[]): readonly Result[] => {
  const meant = results.filter(({ answered: { birthday } }) => ['same', 'swapped', 'near'].includes(birthday))
  return meant.length === 0 ? results : meant
}

// Found under more keys, and under those that tell more, first.
const likeliestFirst = (
  read: readonly { readonly key: FindKey; readonly references: readonly string[] }[],
): readonly string[] => {
  const weight = new Map<string, number>()
  for (const { key, references } of read)
    for (const reference of references)
      weight.set(reference, (weight.get(reference) ?? 0) + telling[key.kind] + exact(key))
  return [...weight].toSorted(([, one], [, other]) => other - one).map(([reference]) => reference)
}

const telling: Readonly<Record<FindKey['kind'], number>> = {
  ...{ phone: 9, email: 9, ni: 9, uprn: 9, birth: 6, names: 4, place: 3, name: 2, sound: 1 },
}

const exact = ({ kind, value }: FindKey): number => (kind === 'names' && value.startsWith('n:') ? 4 : 0)

const better = (one: Result, other: Result): number =>
  one.answered.place - other.answered.place || other.subject.openedAt - one.subject.openedAt

// A place or date beside the name is fact enough; so is a pair of parts that few share.
const isTooWide = ({ name, born, postcode }: AskedFor, tooMany: readonly FindKey[]): boolean =>
  tooMany.length > 0 &&
  born === undefined &&
  postcode === undefined &&
  (namePartsOf(name).length < 2 || tooMany.some(({ kind }) => kind === 'names'))
