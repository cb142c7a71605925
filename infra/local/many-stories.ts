// More cases than one of each story: the stories again, some days earlier, each told of other people.
import type { Typed } from '#domain/forms/kind.ts'
import { type Story, stories } from './stories.ts'

// At least one of each; then again as often as it takes. An appointment on a day of its own is there once.
export const storiesFor = (count: number): readonly Story[] => {
  const again = stories.filter(({ meets }) => meets === undefined)
  const more = Array.from({ length: Math.max(0, count - stories.length) }, (_, at) => {
    const story = again[at % again.length]
    const round = 1 + Math.floor(at / again.length)
    return story === undefined ? [] : [{ ...story, daysAgo: story.daysAgo + round }]
  })
  return [...stories, ...more.flat()]
}

const surnames = `Abbott Bishop Carr Dawson Ellis Fleming Goodwin Hussain Ingram Jarvis Kaur Lambert Mistry
Nowak Osborne Parsons Quinn Rahman Sharma Tucker Usman Vaughan Webster Yates Zielinska Adeyemi Barrett`.split(/\s+/)
const firstNames = `Aisha Ben Chloe Daniel Esther Farid Grace Hannah Imran Jade Kofi Laura Marek Nadia Owen
Priya Ruth Samir Tessa Umar Violet Will Yasmin Zoe`.split(/\s+/)

/** What somebody typed on the page `key`, as the one who sends case number `index` would. */
export const distinct = (typed: Typed, key: string, index: number): Typed =>
  Object.fromEntries(Object.entries(typed).map(([name, values]) => [name, toldBy(name, values, key, index)]))

// Each has a number of Ofcom's for drama. A letter tells the first of them apart, a name of their own the rest.
const toldBy = (name: string, values: readonly string[], key: string, index: number): readonly string[] => {
  const isMore = index >= stories.length
  const person = Number(/\/(\d+)\//.exec(key)?.[1] ?? 0)
  if (name === 'lastName')
    return values.map((value) =>
      isMore ? named(surnames, index) : `${value} ${String.fromCharCode(65 + (index % 26))}`,
    )
  if (isMore && name === 'firstName') return values.map(() => named(firstNames, index * 5 + person * 7))
  if (isMore) return told(name, values, index)
  return phoned(name, values, index)
}

const named = (names: readonly string[], at: number): string => names[at % names.length] ?? ''

const phoned = (name: string, values: readonly string[], index: number): readonly string[] =>
  ['mobile', 'mobileNumber', 'textNumber'].includes(name) && values[0] !== ''
    ? [`07700 900${String(300 + index).padStart(3, '0')}`]
    : values

// Other people have another National Insurance number.
const told = (name: string, values: readonly string[], index: number): readonly string[] =>
  phoned(name, values, index).map((value) =>
    value.replace(
      /^([A-Z]{2}) ?\d\d ?\d\d ?(\d\d) ?([A-D])$/i,
      (_, first: string, last: string, letter: string) =>
        `${first} ${String(10 + Math.floor(index / 90)).padStart(2, '0')} ${String(10 + (index % 90))} ${last} ${letter}`,
    ),
  )
