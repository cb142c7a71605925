// How the waiting list offers time (bookings.md 3.5: a claim of 30 minutes). The other two are the council's to confirm.
import type { WaitingRules } from '#domain/slots/waiting.ts'

export const waitingRules: WaitingRules = { offerMinutes: 30, offersADay: 2, mostUnanswered: 3 }
