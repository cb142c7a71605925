// Gate 4: the date that ranks a household within its band, as a history that only grows
// (docs/rules/housing.md, "The effective date"). Up a band: the date of the new
// need. Down a band: the date on which it first stood in that band or a higher one. Same band: unchanged. Never in the future.
import type { Placing, PlacingHistory } from '#domain/cases/placing.ts'
import { type Day, earlier, inWords } from '#domain/day.ts'
import type { RuleStep, Traced, Used } from '#domain/rules/trace.ts'
import type { HousingPack } from '../packs/housing-pack.ts'

export type PlacingEvent = Happened & { readonly on: Day; readonly by: string; readonly reason: string }

type Happened =
  | { readonly is: 'new'; readonly band: string; readonly submitted: Day; readonly complete?: Day; readonly duty?: Day }
  // `evidence`: the day on which proof of the new need was received. `duty`: the day of the homelessness duty that puts it in its band.
  | { readonly is: 'band'; readonly band: string; readonly evidence: Day; readonly duty?: Day }
  // Back after having been housed or cancelled: a new start.
  | { readonly is: 'rejoined'; readonly band: string }
  // After an officer's error or a review that was upheld.
  | { readonly is: 'restored'; readonly band: string; readonly effectiveDate: Day }

export const place = (
  history: PlacingHistory | undefined,
  event: PlacingEvent,
  pack: HousingPack,
): Traced<PlacingHistory> => {
  const { day, words, registered } = dated(history, event, pack)
  const effectiveDate = earlier(day, event.on)
  const placing = { band: event.band, effectiveDate, on: event.on, reason: event.reason, by: event.by }
  return {
    value: {
      registered: earlier(registered, event.on),
      placings: [...(history?.placings ?? []), placing],
    },
    steps: [step(`${words} The effective date is ${inWords(effectiveDate)}.`, event, pack)],
  }
}

type Dated = { readonly day: Day; readonly words: string; readonly registered: Day }

const dated = (history: PlacingHistory | undefined, event: PlacingEvent, pack: HousingPack): Dated => {
  const last = history?.placings.at(-1)
  if (event.is === 'restored') {
    const registered = history?.registered ?? event.effectiveDate
    return { day: event.effectiveDate, words: 'The date is put back after an error or a review.', registered }
  }
  if (event.is === 'rejoined')
    return { day: event.on, words: 'The household joins again, so the date is new.', registered: event.on }
  if (event.is === 'new') return first(event, pack)
  if (history === undefined || last === undefined)
    return { day: event.evidence, words: 'First placed in a band.', registered: event.evidence }
  return { ...moved(history, last, event, pack), registered: history.registered }
}

const first = (event: PlacingEvent & { readonly is: 'new' }, pack: HousingPack): Dated => {
  const complete = pack.dates.first.value === 'INFO_COMPLETE' ? event.complete : undefined
  const start = complete ?? event.submitted
  const words = complete === undefined ? 'The application was sent in.' : 'All information was received.'
  return { ...byDuty({ day: start, words }, event.duty, pack), registered: start }
}

const moved = (
  history: PlacingHistory,
  last: Placing,
  event: PlacingEvent & { readonly is: 'band' },
  pack: HousingPack,
): Omit<Dated, 'registered'> => {
  const change = rank(event.band, pack) - rank(last.band, pack)
  if (change === 0) return { day: last.effectiveDate, words: 'The band is the same, so the date is unchanged.' }
  if (change > 0)
    return {
      day: firstThere(history, event.band, pack),
      words: 'Down a band: the date on which the household first stood in this band or a higher one is kept.',
    }
  const entitled = pack.dates.up.value === 'AWARD_DATE' ? event.on : event.evidence
  const words =
    pack.dates.up.value === 'AWARD_DATE'
      ? 'Up a band: the day it was awarded.'
      : 'Up a band: the day on which proof of the new need was received.'
  return byDuty({ day: entitled, words }, event.duty, pack)
}

// Homelessness counts from the day of the duty, where the scheme says so.
const byDuty = (
  found: Omit<Dated, 'registered'>,
  duty: Day | undefined,
  pack: HousingPack,
): Omit<Dated, 'registered'> =>
  duty === undefined || pack.dates.homeless.value !== 'DUTY_DATE'
    ? found
    : { day: duty, words: 'The band rests on a homelessness duty: the day of the duty.' }

// The date on which the household was first placed in that band or a higher one, without a break
// since (docs/rules/housing.md, "The date on return"). What stood before it joined again does not
// count; of one band the last date stands, as an error may have been put right.
const firstThere = ({ registered, placings }: PlacingHistory, band: string, pack: HousingPack): Day => {
  const since = placings.filter(({ on }) => on >= registered)
  const lastBelow = since.findLastIndex((placing) => rank(placing.band, pack) > rank(band, pack))
  return since
    .slice(lastBelow + 1)
    .filter((placing, at, run) => run[at + 1]?.band !== placing.band)
    .map(({ effectiveDate }) => effectiveDate)
    .concat(lastBelow < 0 ? [registered] : [])
    .reduce(earlier)
}

// 0 is the best band.
const rank = (band: string, pack: HousingPack): number => pack.bands.findIndex((one) => one.id === band)

const step = (words: string, event: PlacingEvent, pack: HousingPack): RuleStep => {
  const { confirm } = event.is === 'new' ? pack.dates.first : pack.dates.up
  return {
    rule: 'G4',
    words,
    used: usedOf(event),
    source: pack.source,
    pack: pack.name,
    ...(confirm === undefined ? {} : { confirm }),
  }
}

// The days that the date was worked out from: no form asks for them.
const usedOf = (event: PlacingEvent): readonly Used[] => {
  const day = (called: string, on: Day | undefined): readonly Used[] =>
    on === undefined ? [] : [{ question: 'effectiveDate', called, shown: inWords(on) }]
  switch (event.is) {
    case 'new':
      return [
        ...day('Day the application was sent', event.submitted),
        ...day('Day all information was received', event.complete),
        ...day('Day of the homelessness duty', event.duty),
      ]
    case 'band':
      return [
        ...day('Day proof of the need was received', event.evidence),
        ...day('Day of the homelessness duty', event.duty),
      ]
    case 'rejoined':
      return day('Day of joining again', event.on)
    case 'restored':
      return day('Day the date was put right', event.on)
  }
}

export type Ranked = {
  readonly band: string
  readonly effectiveDate: Day
  readonly registered: Day
  readonly reference: string
}

// The order of a shortlist: band, effective date, registration, reference.
export const byPriority =
  (pack: HousingPack) =>
  (one: Ranked, other: Ranked): number =>
    rank(one.band, pack) - rank(other.band, pack) ||
    compare(one.effectiveDate, other.effectiveDate) ||
    compare(one.registered, other.registered) ||
    compare(one.reference, other.reference)

const compare = (one: string, other: string): number => (one === other ? 0 : one < other ? -1 : 1)
