// Missing appointments (docs/rules/bookings.md, "Who did not come"): after how many somebody books by phone, and which do not count.
import type { AnswerTold } from '#domain/slots/booking.ts'
import type { MissedRule } from '#domain/slots/missed.ts'
import { needsToldIn } from './needs.ts'

// Council to confirm.
export const missedRules: readonly MissedRule[] = [{ from: '2026-11-01', most: 3, months: 6 }]

// Whoever needs something of us to come, or is not safe where they live, is never kept from booking.
export const isExcused = (answers: readonly AnswerTold[]): boolean =>
  needsToldIn(answers).length > 0 ||
  answers.some(({ id, lines }) => id === 'safe' && lines.some((line) => line !== 'Yes'))
