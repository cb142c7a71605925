// What makes an application valid, V1 to V11, looked at before it is sent and again by an officer
// (docs/rules/planning.md, "Validation"; Development Management
// Procedure Order 2015, article 7). Software sees answers and kinds of file; what it cannot see is said beside each, for a person.
import type { Lookup } from '#domain/forms/condition.ts'
import type { Check, ToValidate } from './check.ts'
import { documentChecks } from './documents.ts'
import { formChecks } from './form.ts'
import { planChecks } from './plans.ts'

export const validation = (lookup: Lookup, given: ToValidate): readonly Check[] => [
  ...formChecks(lookup, given),
  ...planChecks(lookup),
  ...documentChecks(lookup, given.made),
]
