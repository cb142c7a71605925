// Which documents are needed, and which answers ask for each.

import type { Evidence } from '#domain/cases/evidence.ts'
import type { Lookup } from '#domain/forms/condition.ts'
import type { RuleStep, Traced } from '#domain/rules/trace.ts'
import { evidence, type WantedDocument, wantedBy } from '../evidence/documents-needed.ts'
import { evidencePack } from '../evidence/list.ts'
import { unpublished } from './ground/sources.ts'
import { readsOf, usedIn } from './ground/used.ts'

export const evidenceNeeded = (lookup: Lookup, pack: string): Traced<readonly Evidence[]> => {
  const wanted = wantedBy(lookup)
  return {
    value: wanted.map(({ rule, person }) => evidence(rule, evidencePack, person)),
    steps: wanted.map((one) => step(one, pack)),
  }
}

const step = ({ rule, of, person }: WantedDocument, pack: string): RuleStep => ({
  rule: rule.code,
  words: `${rule.what}${person === undefined ? '' : `, for ${person}`}${rule.optional === true ? ': optional' : ''}.`,
  used: usedIn(of, readsOf(rule.when)).map((used) =>
    person === undefined || used.of !== undefined ? used : { ...used, of: person },
  ),
  source: unpublished,
  pack,
  confirm: 'council to confirm',
})
