// What a trail adds to the sums, page by page (docs/rules/measures.md, "The trail").
import { type Trail, type TrailPage, waysIn } from '#domain/forms/answered/trail.ts'
import type { StartFact } from './facts.ts'

// Seconds: the upper end of each step of a section's time.
export const steps = [15, 30, 60, 120, 300, 600, 1800] as const

// Names: 'page', the page, and what is counted of it.
export const pageCounters = ({ trail }: StartFact, end: string): readonly string[] => {
  if (trail === undefined) return []
  const seen = new Set([...Object.keys(trail.pages), trail.at].filter((page) => page !== ''))
  return [
    ...[...seen].map((page) => `page|${page}|saw`),
    ...(leaves.includes(end) && trail.at !== '' ? [`page|${trail.at}|left`] : []),
    ...Object.entries(trail.pages).flatMap(([page, found]) => countersOf(page, found)),
    ...timeCounters(trail),
    ...(trail.returns > 0 ? ['came-back'] : []),
    ...waysIn.flatMap((way) => ((trail.ways?.[way] ?? 0) > 0 ? [`came-back.${way}`] : [])),
  ]
}

const leaves: readonly string[] = ['dropped', 'ours']

const countersOf = (page: string, { saves, errs, again }: TrailPage): readonly string[] => {
  const fields = new Set(Object.keys(errs).map((name) => name.split('.')[0]))
  return [
    `page|${page}|saved`,
    ...Array.from({ length: saves }, () => `page|${page}|tries`),
    ...Array.from({ length: again }, () => `page|${page}|again`),
    ...[...fields].map((field) => `page|${page}|wrong|${field}`),
    ...Object.keys(errs).map((name) => `page|${page}|kind|${name}`),
  ]
}

const timeCounters = ({ seconds }: Trail): readonly string[] =>
  Object.entries(seconds).map(
    ([section, spent]) =>
      `time|${section}|${steps.findIndex((most) => spent <= most) === -1 ? 'more' : steps.findIndex((most) => spent <= most)}`,
  )
