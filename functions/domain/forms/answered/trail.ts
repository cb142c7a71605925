// How a draft was walked through: which pages were saved, where something was wrong, and how long it
// took. Never what was answered (docs/rules/measures.md, "The trail"). It is written in the save that
// happens anyway.
import type { Ending } from '../ends.ts'
import type { TriedTimes } from './tried.ts'

export const errorKinds = ['missing', 'format', 'too-long', 'out-of-range', 'not-found', 'conflict', 'file'] as const
export type ErrorKind = (typeof errorKinds)[number]

// What counting keeps of a draft beside its answers.
export type Walked = {
  // phone, tablet, desktop or other: all that is kept of what a browser says of itself.
  readonly device?: string
  // Who fills it in, where it is not the person alone: a helper, or staff.
  readonly channel?: string
  // The person asked not to be counted: there is no trail.
  readonly uncounted?: boolean
  readonly trail?: Trail
  // Of a service that gives appointments.
  readonly tried?: TriedTimes
  readonly ended?: Ending
  // Raised where something is noted without a save.
  readonly noted?: number
}

export type Trail = {
  // By section/page: all items of a list are one.
  readonly pages: Readonly<Record<string, TrailPage>>
  // The page that the last save led to.
  readonly at: string
  // By section: seconds between saves, 30 minutes of each pause at most.
  readonly seconds: Readonly<Record<string, number>>
  // How often somebody saved again after a day or more.
  readonly returns: number
  // Of those, how often by each way back; a save of before ways were kept is in none.
  readonly ways?: Readonly<Partial<Record<ReturnWay, number>>>
}

// How somebody opened again what they had saved: a code by text, asked for by its reference or from the link in a text; a code by email; the
// recovery phrase; or by leave of whose it is.
export const waysIn = ['code', 'link', 'email', 'phrase', 'helper'] as const
export type ReturnWay = (typeof waysIn)[number]

export type TrailPage = {
  readonly saves: number
  // 'field.kind' → times.
  readonly errs: Readonly<Record<string, number>>
  // Saved again after it had stood.
  readonly again: number
  readonly stood: boolean
  // Instants in milliseconds.
  readonly first: number
  readonly last: number
}

export type TrailStep = {
  // Page keys; an item of a list is left out of them.
  readonly key: string
  readonly next: string
  readonly errors: readonly { readonly field: string; readonly kind: ErrorKind }[]
  readonly now: number
  // The save before it, or the start.
  readonly before: number
  // The way by which they came into this session; absent where they began in it.
  readonly way?: ReturnWay
}

export const mostPages = 60
export const mostFields = 8
const mostPauseMs = 30 * 60_000
const dayMs = 86_400_000

export const noTrail: Trail = { pages: {}, at: '', seconds: {}, returns: 0 }

export const trailAfter = (trail: Trail, step: TrailStep): Trail => {
  const page = pageName(step.key)
  const section = page.split('/')[0] ?? page
  const pause = Math.max(0, step.now - step.before)
  const spent = Math.round(Math.min(pause, mostPauseMs) / 1000)
  const known = trail.pages[page] !== undefined || Object.keys(trail.pages).length < mostPages
  return {
    pages: known ? { ...trail.pages, [page]: pageAfter(trail.pages[page], step) } : trail.pages,
    at: pageName(step.next),
    seconds: { ...trail.seconds, [section]: (trail.seconds[section] ?? 0) + spent },
    ...backAfter(trail, pause >= dayMs, step.way),
  }
}

const backAfter = (
  { returns, ways }: Trail,
  cameBack: boolean,
  way: ReturnWay | undefined,
): Pick<Trail, 'returns' | 'ways'> => ({
  returns: returns + (cameBack ? 1 : 0),
  ...(cameBack && way !== undefined ? { ways: { ...ways, [way]: (ways?.[way] ?? 0) + 1 } } : ways && { ways }),
})

const pageAfter = (before: TrailPage | undefined, { errors, now }: TrailStep): TrailPage => ({
  saves: (before?.saves ?? 0) + 1,
  errs: errorsAfter(before?.errs ?? {}, errors),
  again: (before?.again ?? 0) + (before?.stood === true ? 1 : 0),
  stood: before?.stood === true || errors.length === 0,
  first: before?.first ?? now,
  last: now,
})

const errorsAfter = (before: TrailPage['errs'], errors: TrailStep['errors']): TrailPage['errs'] => {
  const counts: Record<string, number> = { ...before }
  for (const { field, kind } of errors) {
    const fields = new Set(Object.keys(counts).map((name) => name.split('.')[0]))
    if (fields.has(field) || fields.size < mostFields)
      counts[`${field}.${kind}`] = (counts[`${field}.${kind}`] ?? 0) + 1
  }
  return counts
}

// 'people/2/name' → 'people/name'
export const pageName = (key: string): string => {
  const [section = '', second, third] = key.split('/')
  return [section, third ?? second].filter((part) => part !== undefined).join('/')
}
