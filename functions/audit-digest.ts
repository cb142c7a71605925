// Signs each night what came into the audit trail's archive on the day before.
import { told } from '#adapters/told.ts'
import { auditDigestHandler } from './events/audit-digest.ts'
import { auditDigestFrom } from './wiring/audit-digest.ts'

export const handler = told('audit-digest', process.env, auditDigestHandler(auditDigestFrom(process.env)))
