// What an appeal rests on. For applications made from 1 April 2026 most appeals are decided on what the council had when it decided, so
// an applicant is told before they send.
import { type Day, inWords } from '#domain/day.ts'
import type { Pack } from '#domain/rules/pack.ts'
import type { RuleStep } from '#domain/rules/trace.ts'
import type { ApplicationCode } from '#services/planning/ground/application-code.ts'
import type { CaseFacts } from '../ground/case-facts.ts'
import { expeditedAppeals } from '../ground/sources.ts'

const expedited: Pack = { name: 'appeals-2026', validFrom: '2026-04-01', source: expeditedAppeals }

// Undefined where an appeal may still bring more: an application made before, or one of another kind.
export const appealRests = ({ code, said }: CaseFacts, made: Day): RuleStep | undefined => {
  if (made < expedited.validFrom || !isQuick(code)) return undefined
  return {
    rule: 'APPEAL-ON',
    words: `The application is made on or after ${inWords(expedited.validFrom)}, so an appeal against a refusal or a condition is most often decided on what we had when we decided. An inspector may choose another way.`,
    used: said?.type ?? [],
    source: expedited.source,
  }
}

// Permission, reserved matters, changed conditions, prior approval and adverts. Listed buildings, trees and certificates
// have appeals of another kind.
const isQuick = (code: ApplicationCode): boolean =>
  !code.endsWith('.listed') && quick.some((one) => code === one || code.startsWith(`${one}.`))

const quick = [
  'pp.full',
  'pp.outline',
  'approval.reservedMatters',
  'approval.conditions',
  'amendment.minorMaterial',
  'pa',
  'advertConsent',
]
