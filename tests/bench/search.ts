// `node tests/bench/search.ts`: searches among 100,000 made-up people: recall, precision, reads and milliseconds. The index stands in memory,
// under the product's own keys; the reads are those that the product makes.
import type { Staff } from '#domain/cases/case.ts'
import { addDays } from '#domain/day.ts'
import { askedFor } from '#domain/people/asked-for.ts'
import { findableOf, foundInMemory } from '#tests/support/people/found-in-memory.ts'
import { caseOf, person } from '#tests/support/worlds/who-may.ts'
import { searchPeople } from '#usecases/people/search-people.ts'
import { firstNames, lastNames } from './names.ts'

const count = 100_000
const tries = 2000

// The same numbers in each run.
let seed = 42
const random = (): number => {
  seed = (seed * 1_664_525 + 1_013_904_223) % 4_294_967_296
  return seed / 4_294_967_296
}
// The first of a list are commoner than the last, as names are: one in 80 is the first surname, as one in 80 is a Smith.
const pick = (list: readonly string[]): string => list[Math.floor(list.length * random() ** 1.8)] ?? list[0] ?? ''

type Made = { readonly reference: string; readonly name: string; readonly born: string; readonly postcode: string }

const made = (at: number): Made => {
  const double = random() < 0.06 ? `-${pick(lastNames)}` : ''
  const middle = random() < 0.2 ? ` ${pick(firstNames)}` : ''
  return {
    reference: `H${String(at).padStart(7, '0')}`,
    name: `${pick(firstNames)}${middle} ${pick(lastNames)}${double}`,
    born: addDays('1935-01-01', Math.floor(random() * 26_000)),
    postcode: `DT${1 + Math.floor(random() * 11)} ${1 + Math.floor(random() * 9)}${'ABDEFGHJLN'[Math.floor(random() * 10)]}${'ABDEFGHJLN'[Math.floor(random() * 10)]}`,
  }
}

// As a caller says it and an adviser hears it: another order, a letter less, a letter twice, a vowel that is another.
const heard = (name: string): string => {
  const words = name.split(' ')
  const chance = random()
  if (chance < 0.3) return words.toReversed().join(' ')
  if (chance < 0.5) return name.normalize('NFKD').replace(/\p{M}/gu, '').replaceAll("'", '')
  if (chance < 0.7) return name.replace(/([a-z])\1/, '$1')
  if (chance < 0.85) return name.replace(/([lnrst])(?=[aeiou])/, '$1$1')
  return name.replace(/(?<=[a-z])[ei](?=[a-z])/, (vowel) => (vowel === 'e' ? 'i' : 'e'))
}

const officer: Staff = person('a housing officer')
const index = foundInMemory()
const people = Array.from({ length: count }, (_, at) => made(at))
for (const { reference, name, born, postcode } of people)
  index.add({ ...caseOf('plain', officer), reference }, findableOf(name, { born, places: [{ postcode }] }))

type Way = { readonly says: string; readonly of: (one: Made) => string }
const dated = ({ born }: Made): string => born.split('-').toReversed().join('/')
const ways: readonly Way[] = [
  { says: 'name alone, as it is spelled', of: ({ name }) => name },
  { says: 'name alone, as it was heard', of: ({ name }) => heard(name) },
  { says: 'name as heard, and date of birth', of: (one) => `${heard(one.name)} ${dated(one)}` },
  { says: 'name as heard, and postcode', of: (one) => `${heard(one.name)} ${one.postcode}` },
  { says: 'surname and date of birth', of: (one) => `${one.name.split(' ').at(-1)} ${dated(one)}` },
]

for (const { says, of } of ways) {
  const [ms, reads]: [number[], number[]] = [[], []]
  let [first, firstTen, asked, shown, right] = [0, 0, 0, 0, 0]
  for (let at = 0; at < tries; at += 1) {
    const one = people[Math.floor(random() * count)]
    if (one === undefined) continue
    index.reads()
    const started = performance.now()
    const { results, askMore } = await searchPeople({ people: index }, officer, askedFor(of(one)))
    ms.push(performance.now() - started)
    reads.push(index.reads())
    const place = results.findIndex(({ subject }) => subject.reference === one.reference)
    if (place === 0) first += 1
    if (place >= 0 && place < 10) firstTen += 1
    else if (askMore) asked += 1
    shown += results.length
    right += place >= 0 ? 1 : 0
  }
  const percent = (part: number) => `${((100 * part) / tries).toFixed(1)} %`
  console.log(
    `${says.padEnd(36)} first ${percent(first)}, first 10 ${percent(firstTen)}, asked for more ${percent(asked)}, precision ${((100 * right) / Math.max(1, shown)).toFixed(0)} %, reads ${(reads.reduce((sum, n) => sum + n, 0) / tries).toFixed(1)} (most ${Math.max(...reads)}), ${(ms.toSorted((a, b) => a - b)[Math.floor(tries / 2)] ?? 0).toFixed(2)} ms`,
  )
}
