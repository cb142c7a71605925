// Check-your-answers of a family's housing form: the page's own work, from a draft whose pages nobody has looked at to HTML.
// Run alone: node tests/bench/check.ts
import { journey } from '#domain/forms/answered/journey.ts'
import { summaryOf } from '#domain/forms/answered/record.ts'
import { pages } from '#web/show/citizen/pages.ts'
import { familyAnswers } from './full.ts'
import { sample } from './render.ts'

const today = '2026-11-23'
const [warm, rounds] = [60, 200]
// Processor time of this thread, told in steps of some milliseconds: what else the machine does is not in it.
const now = (): number => {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

type Parts = {
  readonly whole: number
  readonly worked: number
  readonly words: number
  readonly html: number
  readonly bytes: number
}

// Means, in milliseconds of processor time, of one warm process.
export const measureCheck = (): Parts => {
  const { housing, draft } = familyAnswers()
  const all = Array.from({ length: warm + rounds }, () => {
    // What was worked out is kept by the page itself: each round has pages of its own.
    const fresh = { ...draft, pages: structuredClone(draft.pages) }
    const began = now()
    const walk = journey(housing.form, fresh, today)
    if (!walk.complete()) throw new Error('The application is not complete')
    const worked = now()
    const sections = summaryOf(walk)
    const words = now()
    const to = (key: string): string => `/housing/${key}?change=1`
    const html = pages.check({ around: sample.around, sections, to, next: '/housing/declaration' })
    return {
      whole: now() - began,
      worked: worked - began,
      words: words - worked,
      html: now() - words,
      bytes: Buffer.byteLength(html),
    }
  }).slice(warm)
  const of = (part: keyof Parts): number => all.reduce((sum, one) => sum + one[part], 0) / rounds
  return { whole: of('whole'), worked: of('worked'), words: of('words'), html: of('html'), bytes: of('bytes') }
}

if (import.meta.main) console.log(measureCheck())
