// Signs each night what came into the audit trail's archive on the day before.
import { auditDigestHandler } from './events/audit-digest.ts'
import { auditDigestFrom } from './wiring-audit-digest.ts'

export const handler = auditDigestHandler(auditDigestFrom(process.env))
