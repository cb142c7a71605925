// The ownership certificate with its working: each reason beside the answers that it rests on.
import type { Day } from '#domain/day.ts'
import { type Lookup, questionsOf } from '#domain/forms/condition.ts'
import type { Traced } from '#domain/rules/trace.ts'
import { type Certificate, certificate, certificateReasons } from '#services/planning/ground/certificates.ts'
import { ownersAndTenants } from '../ground/sources.ts'
import { usedIn } from '../ground/used.ts'

export const certified = (lookup: Lookup, made: Day): Traced<Certificate> | undefined => {
  const value = certificate(lookup, made)
  if (value === undefined) return undefined
  return {
    value,
    steps: certificateReasons(lookup).map(({ why, when }) => ({
      rule: 'CERT',
      words: why,
      used: usedIn(
        lookup,
        [...new Set(questionsOf(when).map(({ question }) => question))].map((question) => ({ question })),
      ),
      source: ownersAndTenants,
    })),
  }
}
