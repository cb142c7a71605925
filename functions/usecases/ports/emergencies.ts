// Restricted cases that somebody opened in an emergency.
import type { AuditEntry } from './staff.ts'

export type EmergencyStore = {
  // With its entry in the audit log. `until`: an instant.
  readonly open: (userId: string, reference: string, until: number, entry: AuditEntry) => Promise<void>
  // Until when; undefined where it is not open now.
  readonly until: (userId: string, reference: string, now: number) => Promise<number | undefined>
}
