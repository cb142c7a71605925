// The file of bank holidays, from what GOV.UK publishes.
import * as v from 'valibot'
import { type Day, isDay } from '#domain/day.ts'

export const source = 'https://www.gov.uk/bank-holidays.json'

const published = v.object({
  'england-and-wales': v.object({
    events: v.pipe(v.array(v.object({ title: v.string(), date: v.pipe(v.string(), v.check(isDay)) })), v.minLength(8)),
  }),
})

/** The days of it, in order. Throws where it is not as GOV.UK has it: nothing is written then. */
export const publishedDays = (json: unknown): readonly Day[] =>
  v
    .parse(published, json)
    ['england-and-wales'].events.map(({ date }) => date)
    .toSorted()

/** The years that it has in place of ours, and what we hold of others. `until`: the last day that is known. */
export const merged = (
  held: { readonly days: readonly Day[]; readonly until: Day },
  said: readonly Day[],
): { readonly days: readonly Day[]; readonly until: Day } => {
  const years = new Set(said.map((day) => day.slice(0, 4)))
  const last = `${[...years].toSorted().at(-1)}-12-31`
  return {
    days: [...held.days.filter((day) => !years.has(day.slice(0, 4))), ...said].toSorted(),
    until: last > held.until ? last : held.until,
  }
}

export const fileOf = ({ days, until }: { readonly days: readonly Day[]; readonly until: Day }): string =>
  [
    `// Bank holidays in England. Written by \`npm run holidays\` from ${source}, and by nobody else.`,
    "import type { Day } from './day.ts'",
    '',
    'export const bankHolidays: ReadonlySet<Day> = new Set([',
    ...days.map((day) => `  '${day}',`),
    '])',
    '',
    '// After this day no bank holidays are held, and a date worked out past it says so.',
    `export const holidaysKnownUntil: Day = '${until}'`,
    '',
  ].join('\n')
