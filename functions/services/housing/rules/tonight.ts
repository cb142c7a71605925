// What the date changed on one application since it was last looked at, for the job that looks each night.
import type { Decision } from '#domain/cases/case.ts'
import type { Lookup } from '#domain/forms/condition.ts'
import type { Nights, Tonight } from '../../service.ts'
import { knownOf } from './known.ts'
import { changesSince } from './nightly.ts'
import { housingPackOn } from './packs/housing-packs.ts'

export const housingTonight = (answers: Lookup, days: Nights, decisions: readonly Decision[]): readonly Tonight[] => {
  const { awards = [], reductions = [], agreed = [] } = knownOf({ decisions })
  return changesSince({ reference: '', answers, awards, agreed, reductions }, days, housingPackOn).map(
    ({ words, tell }) => ({ words, tellsApplicant: tell === 'officer-and-applicant' }),
  )
}
