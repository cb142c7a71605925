// How long the chosen time is kept for somebody, said on each page until they send, with a button
// that keeps it once more (docs/rules/bookings.md, "Holding a time").
// It stands with the page's answer, in fields that no form of ours asks: a browser cannot write them.
import { inFullWords } from '#domain/day.ts'
import type { Draft } from '#domain/forms/answered/draft.ts'
import type { Journey } from '#domain/forms/answered/journey.ts'
import { timeInWords } from '#domain/forms/fields/slot-time.ts'
import { one, type Typed } from '#domain/forms/kind.ts'
import { londonTime } from '#domain/london.ts'
import { chosenDay } from '#services/bookings/timetable/choose.ts'
import type { KeptTime } from '#web/show/citizen/around.ts'

// `until`: an instant in milliseconds. `extended`: it was kept once more already.
export type Kept = { readonly until: number; readonly extended: boolean }

export const keptTyped = ({ until, extended }: Kept): Typed => ({
  [untilField]: [String(until)],
  ...(extended ? { [extendedField]: ['yes'] } : {}),
})

const untilField = 'kept-until'
const extendedField = 'kept-again'

export const keptIn = (typed: Typed): Kept | undefined => {
  const until = Number(one(typed, untilField))
  return until > 0 ? { until, extended: one(typed, extendedField) === 'yes' } : undefined
}

// The page on which a time was chosen, where one is.
export const timeStep = (walk: Journey) =>
  walk.sections.flatMap(walk.steps).find((step) => step.is === 'page' && step.page.does === 'slot-time')

export const keptTime = (
  { draft, walk }: { readonly draft: Draft; readonly walk: Journey },
  given: { readonly now: number; readonly path: string },
): KeptTime | undefined => {
  const { answers } = walk
  const [day, time] = [chosenDay(answers), answers.answer('time')]
  const chosenOn = timeStep(walk)?.key ?? ''
  const kept = keptIn(draft.pages[chosenOn] ?? {})
  if (kept === undefined || day === undefined || typeof time !== 'string') return undefined
  const over = kept.until <= given.now
  const button = over ? 'Try to keep the time' : 'Keep the time for 10 more minutes'
  return {
    what: `${inFullWords(day).replace(/ \d{4}$/, '')} at ${timeInWords(time.slice(0, 4))}`,
    until: timeInWords(londonTime(kept.until)),
    over,
    // Where it is chosen it is chosen anew.
    ...(kept.extended || given.path.endsWith(`/${chosenOn}`)
      ? {}
      : { action: `/${draft.service}/keep-time`, at: given.path, button }),
  }
}
