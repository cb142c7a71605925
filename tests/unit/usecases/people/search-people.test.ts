// What a search finds, says and keeps to itself (docs/rules/casework.md, “Search”). The index stands in memory, under the product's own keys.
import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { askedFor } from '#domain/people/asked-for.ts'
import type { Findable } from '#domain/people/find-keys.ts'
import { findableOf, foundInMemory, type InMemory } from '#tests/support/people/found-in-memory.ts'
import { spellingPairs, strangers } from '#tests/support/people/spelling-pairs.ts'
import { caseOf, person } from '#tests/support/worlds/who-may.ts'
import { searchPeople } from '#usecases/people/search-people.ts'
import { whyFound } from '#web/show/staff/find-page.ts'

const officer = person('a housing officer')
let index: InMemory
beforeEach(() => {
  index = foundInMemory()
})

let made = 0
const add = (found: Findable, kind: Parameters<typeof caseOf>[0] = 'plain'): string => {
  made += 1
  const reference = `H${String(made).padStart(7, '0')}`
  index.add({ ...caseOf(kind, officer), reference }, found)
  return reference
}

const search = async (typed: string) => {
  const { results, askMore } = await searchPeople({ people: index }, officer, askedFor(typed))
  return { found: results.map(({ subject }) => subject.reference), results, askMore }
}

describe('a search', () => {
  it('finds 49 of 50 names that callers say otherwise than they are written, through the keys and not past them', async () => {
    const missed: string[] = []
    for (const [typed, stored] of spellingPairs) {
      index = foundInMemory()
      const reference = add(findableOf(stored))
      if (!(await search(typed)).found.includes(reference)) missed.push(`${typed} ~ ${stored}`)
    }
    expect(spellingPairs.length).toBe(50)
    expect(missed).toEqual(['Garcia Marquez ~ María García'])
  })

  it('gives nobody of another name for the same by its letters', async () => {
    for (const [typed, stored] of [...strangers, ['Chan Mei', 'Chen Mei'] as const]) {
      index = foundInMemory()
      add(findableOf(stored))
      expect((await search(typed)).results.filter(({ answered }) => answered.tier === 'A')).toEqual([])
    }
  })

  it('for a partner, a helper or an agent finds the case that they belong to, and says who they are', async () => {
    const reference = add({
      ...findableOf('Ada Okoro'),
      people: [
        { name: 'Ada Okoro', role: 'applicant' },
        { name: 'Ben Adeyemi', role: 'household' },
        { name: 'Cara Webb', role: 'helper' },
      ],
    })
    for (const typed of ['Ben Adeyemi', 'Webb Cara']) expect((await search(typed)).found).toEqual([reference])
    expect((await search('Ben Webb')).found).toEqual([])
  })

  it.each([
    ['07700 900123', { phones: ['+447700900123'] }],
    ['+44 7700 900 123', { phones: ['+447700900123'] }],
    ['QQ 12 34 56 C', { numbers: ['QQ123456C'] }],
    ['Ada+home@Example.com', { emails: ['ada+home@example.com'] }],
    ['100012345678', { uprns: ['100012345678'] }],
    ['dt1 1xj', { places: [{ postcode: 'DT1 1XJ' }] }],
    ['12 DT1 1XA', { places: [{ postcode: 'DT1 1XJ', house: '12' }] }],
  ])('for “%s” finds whose it is', async (typed, more) => {
    const reference = add(findableOf('Ada Okoro', more))
    add(findableOf('Ben Adeyemi', { phones: ['+447700900999'] }))
    expect((await search(typed)).found).toEqual([reference])
  })

  it.each([
    ['hczg zmtp', { reference: 'HCZGZMTP', name: '' }],
    ['H2345678', { reference: 'H2345678', name: '' }],
    ['H01I5678', { reference: 'H01I5678', name: '' }],
    ['Margaret', { name: 'Margaret' }],
    ['12 DT1 1XJ', { house: '12', postcode: 'DT1 1XJ', name: '' }],
    ['Singh, 3 April 1990', { born: '1990-04-03', name: 'Singh' }],
    ['3.4.1990 Singh BH12 3AB', { born: '1990-04-03', postcode: 'BH12 3AB', name: 'Singh' }],
  ])('takes “%s” for what it is', (typed, asked) => {
    expect(askedFor(typed)).toEqual(asked)
  })

  it.each([
    ['03-04-1990', 'same'],
    ['04/03/1990', 'swapped'],
    ['3 April 1991', 'near'],
  ])('with the date of birth %s of somebody born on 3 April 1990 finds them and says: %s', async (typed, birthday) => {
    const reference = add(findableOf('Harpreet Singh', { born: '1990-04-03' }))
    add(findableOf('Harpreet Singh', { born: '1971-11-29' }))
    const { results } = await search(`Harpreet Singh ${typed}`)
    expect(results.map(({ subject, answered }) => [subject.reference, answered.birthday])).toEqual([
      [reference, birthday],
    ])
  })

  it('by 04-03-1990 finds whoever was born on 03-04-1990, and says that day and month are swapped', async () => {
    const reference = add(findableOf('Harpreet Kaur', { born: '1990-04-03' }))
    const { results } = await search('Harpreet Kaur 04-03-1990')
    expect(results.map(({ subject, answered }) => [subject.reference, whyFound(answered)])).toEqual([
      [reference, 'Date of birth with day and month swapped'],
    ])
  })

  it('for a name of five thousand people alone asks for more; with a date of birth it finds one', async () => {
    for (let at = 0; at < 5000; at += 1) add(findableOf('Gurdeep Singh', { born: '1980-01-31' }))
    const reference = add(findableOf('Harpreet Singh', { born: '1990-04-03' }))
    expect(await search('Singh')).toMatchObject({ found: [], askMore: true })
    expect(await search('Singh 3 April 1990')).toMatchObject({ found: [reference], askMore: false })
  })

  it('leaves out what this person may not see, with no sign that it is there', async () => {
    const found = findableOf('Zebedee Marker', { phones: ['+447700900123'] })
    for (const kind of ['restricted', 'declared'] as const) add(found, kind)
    expect(await search('Zebedee Marker')).toEqual({ found: [], results: [], askMore: false })
    expect(await search('07700 900123')).toEqual({ found: [], results: [], askMore: false })
    const theirs = add(found, 'restricted, theirs')
    expect((await search('Zebedee Marker')).found).toEqual([theirs])
  })

  it('costs twelve reads at most, whatever is typed and however many there are', async () => {
    for (let at = 0; at < 300; at += 1) add(findableOf(spellingPairs[at % 50]?.[1] ?? '', { born: '1990-04-03' }))
    const word = fc.constantFrom(
      ...spellingPairs.flatMap(([typed]) => typed.split(' ')),
      '3/4/1990',
      'DT1 1XJ',
      '12',
      'xyzzy',
    )
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.array(word, { maxLength: 6 }).map((some) => some.join(' ')),
          fc.string(),
        ),
        async (typed) => {
          index.reads()
          await search(typed)
          expect(index.reads()).toBeLessThanOrEqual(12)
        },
      ),
      { numRuns: 200 },
    )
  })
})
