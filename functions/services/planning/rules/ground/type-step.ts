// Why it is this kind of application.
import type { Lookup } from '#domain/forms/condition.ts'
import type { RuleStep } from '#domain/rules/trace.ts'
import { type ApplicationType, typeReads } from '#services/planning/form/application-type.ts'
import { majorDefinition } from './sources.ts'
import { here, usedIn } from './used.ts'

export const typeStep = (lookup: Lookup, { name, code, major, retrospective }: ApplicationType): RuleStep => ({
  rule: 'TYPE',
  words: `These answers make it: ${name} (${code}).${major ? ' It is major.' : ''}${retrospective ? ' The work or the use has begun.' : ''}`,
  used: usedIn(lookup, here(...typeReads)),
  source: majorDefinition,
})
