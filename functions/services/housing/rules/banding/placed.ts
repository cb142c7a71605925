// The date that the proposed band would have: of a first application, or from where the household
// stands already (docs/rules/housing.md, "The effective date").
import type { PlacingHistory } from '#domain/cases/placing.ts'
import { type Day, earlier } from '#domain/day.ts'
import type { Lookup } from '#domain/forms/condition.ts'
import type { Traced } from '#domain/rules/trace.ts'
import type { HousingPack } from '../packs/housing-pack.ts'
import type { Award } from './awards.ts'
import type { Banding } from './bands.ts'
import { place } from './effective-date.ts'

export type PlacedFrom = {
  readonly today: Day
  readonly pack: HousingPack
  readonly submitted?: Day
  readonly complete?: Day
  readonly awards?: readonly Award[]
  readonly placing?: PlacingHistory
  // What was proposed before: a band that was due then is not due later because it is worked out again.
  readonly before?: Proposed
}

export type Proposed = { readonly band: string; readonly effectiveDate: Day }

export const placed = (lookup: Lookup, band: string, banded: Banding, from: PlacedFrom): Traced<PlacingHistory> => {
  const duty = lookup.answer('dutyDate')
  const byDuty = banded.codes.some((code) => code.code === 'A-HOM') && typeof duty === 'string' ? { duty } : {}
  const said = { band, on: from.today, by: 'Guildhall', reason: 'Proposed from the answers', ...byDuty }
  if (from.placing !== undefined)
    return place(from.placing, { is: 'band', evidence: provenOn(band, banded, from), ...said }, from.pack)
  const complete = from.complete === undefined ? {} : { complete: from.complete }
  return place(undefined, { is: 'new', submitted: from.submitted ?? from.today, ...complete, ...said }, from.pack)
}

// The first day on which proof of a need that gives this band was here.
const provenOn = (band: string, { codes }: Banding, { today, awards = [], before }: PlacedFrom): Day => {
  const proofs = codes
    .filter((one) => one.band === band && one.by === 'AWARD')
    .flatMap(({ code }) => awards.filter((award) => award.code === code && award.ended === undefined))
    .map((award) => award.proofOn ?? award.on)
  const known = before?.band === band ? [before.effectiveDate] : []
  return [...proofs, ...known].reduce(earlier, today)
}
