// The gateway to committee: a nominated officer and a nominated member must both agree, for one of the two reasons that the regulations
// give, in writing that is published. Anything less, and an officer decides. Who agreed, when and why stands in the case's history.
import type { GatewayRecord } from '#domain/cases/desk/recorded.ts'
import type { Day } from '#domain/day.ts'
import { no, ok, type Result } from '#domain/result.ts'
import type { Delegation } from './delegation.ts'

export type Gateway = {
  readonly officer: Agreement
  readonly member: Agreement
  readonly criterion?: Criterion
  readonly reasons: string
  readonly published: boolean
}

type Agreement = GatewayRecord['officer']

export type Criterion = 'a' | 'b'

// As the case keeps it. What is to be published on a later day is not published.
export const gatewayOf = ({ publishedOn, ...decided }: GatewayRecord, today: Day): Gateway => ({
  ...decided,
  published: publishedOn <= today,
})

export const criteria: Readonly<Record<Criterion, string>> = {
  a: 'One or more issues of economic, social or environmental significance to the local area',
  b: 'One or more significant planning matters, having regard to the development plan and any other material considerations',
}

export const leastReasons = 50

export type Barred =
  | 'officer-must-decide'
  | 'local-scheme'
  | 'officer-to-say'
  | 'not-agreed'
  | 'no-criterion'
  | 'too-few-reasons'
  | 'not-published'

export const toCommittee = (delegation: Delegation, gateway?: Gateway): Result<'committee', Barred> => {
  if (delegation.is === 'local') return no('local-scheme')
  if (delegation.is === 'officer-to-say') return no('officer-to-say')
  if (delegation.tier === 1) return no('officer-must-decide')
  if (gateway === undefined || !gateway.officer.agrees || !gateway.member.agrees) return no('not-agreed')
  if (gateway.criterion === undefined) return no('no-criterion')
  if (gateway.reasons.trim().length < leastReasons) return no('too-few-reasons')
  return gateway.published ? ok('committee') : no('not-published')
}

export const barredWords: Readonly<Record<Barred, string>> = {
  'officer-must-decide': 'An officer must decide this application. A committee’s decision would be unlawful.',
  'local-scheme': 'The council’s own scheme of delegation says who decides.',
  'officer-to-say': 'Say first what kind of permission it changes. It is decided as that permission would be.',
  'not-agreed': 'The nominated officer and the nominated member must both agree. If not, an officer decides.',
  'no-criterion': 'Select which of the two reasons applies',
  'too-few-reasons': `Reasons must be ${leastReasons} characters or more`,
  'not-published': 'Publish the decision and its reasons before the application goes to committee',
}
