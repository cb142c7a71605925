// The gateway to a planning committee, in the case's overview: both decisions, for which reason, and when they were published.
import type { Case } from '#domain/cases/case.ts'
import { type Day, inWords } from '#domain/day.ts'
import { barredWords, criteria, gatewayOf, toCommittee } from '#services/planning/rules/delegation/gateway.ts'
import type { Variables } from '#web/template-runtime.ts'
import { onOneLine } from '../controls/entered.ts'

export const gatewayRows = ({ gateway }: Case, today: Day): readonly Variables[] => {
  if (gateway === undefined) return []
  const { officer, member, criterion, reasons, publishedOn } = gateway
  const found = toCommittee({ is: 'national', tier: 2 }, gatewayOf(gateway, today))
  const lines = [
    found.ok ? 'Both agree: it can go to committee' : barredWords[found.error],
    `Nominated officer, ${onOneLine(officer.by)}: ${agreed(officer.agrees)}`,
    `Nominated member, ${onOneLine(member.by)}: ${agreed(member.agrees)}`,
    ...(criterion === undefined ? [] : [criteria[criterion]]),
    onOneLine(reasons),
    `Published on ${inWords(publishedOn)}`,
  ]
  return [{ question: 'Gateway to committee', lines }]
}

const agreed = (agrees: boolean): string => (agrees ? 'agrees' : 'does not agree')
