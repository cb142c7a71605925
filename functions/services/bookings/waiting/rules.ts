// How the waiting list offers time (docs/rules/bookings.md, "Waiting list": an offer stands for 30
// minutes). The other two are the council's to confirm.
import type { WaitingRules } from '#domain/slots/waiting.ts'

export const waitingRules: WaitingRules = { offerMinutes: 30, offersADay: 2, mostUnanswered: 3 }
