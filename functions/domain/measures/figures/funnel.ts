// Where people leave a form and what goes wrong in it, out of sums (docs/rules/measures.md, "The trail").
import { steps } from '../counting/page-counters.ts'
import { countIn, type Sums } from '../counting/sums.ts'
import { middle, type Ratio } from './rates.ts'

export type PageFigures = {
  // section/page
  readonly page: string
  readonly saw: number
  readonly left: Ratio
  // Of the drafts that saved it: those with an error in the field, the most first.
  readonly wrong: readonly { readonly field: string; readonly ratio: Ratio }[]
  // Saves for each draft, to one place; undefined where nobody saved it.
  readonly tries?: number
}

// `pages`: in the order of the form. Those that nobody saw are left out.
export const funnel = (sums: Sums, pages: readonly string[]): readonly PageFigures[] =>
  pages.flatMap((page) => {
    const saw = countIn(sums, `page|${page}|saw`)
    return saw === 0 ? [] : [figuresOf(sums, page, saw)]
  })

const figuresOf = (sums: Sums, page: string, saw: number): PageFigures => {
  const saved = countIn(sums, `page|${page}|saved`)
  const prefix = `page|${page}|wrong|`
  const wrong = Object.entries(sums)
    .filter(([name]) => name.startsWith(prefix))
    .map(([name, n]) => ({ field: name.slice(prefix.length), ratio: { n, d: saved } }))
    .toSorted((a, b) => b.ratio.n - a.ratio.n)
  return {
    ...{ page, saw, wrong, left: { n: countIn(sums, `page|${page}|left`), d: saw } },
    ...(saved === 0 ? {} : { tries: Math.round((10 * countIn(sums, `page|${page}|tries`)) / saved) / 10 }),
  }
}

// Seconds; undefined where fewer than 20 were counted.
export const timeIn = (sums: Sums, section: string): number | undefined =>
  middle(
    steps.map((_, at) => countIn(sums, `time|${section}|${at}`)),
    steps,
  )

// What stood most often alone between a case and full automation.
export const nextBest = (sums: Sums): { readonly deed: string; readonly count: number } | undefined =>
  Object.entries(sums)
    .filter(([name]) => name.startsWith('only.'))
    .map(([name, count]) => ({ deed: name.slice('only.'.length), count }))
    .toSorted((a, b) => b.count - a.count)[0]
