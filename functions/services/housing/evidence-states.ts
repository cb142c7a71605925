// What becomes of each document that was asked for (housing 1.5): requested → received → accepted, rejected or waived; an accepted one can
// expire. An application is complete when every document that it needs is accepted or waived, and that day is kept.
import { addDays, type Day, later } from '#domain/day.ts'
import { no, ok, type Result } from '#domain/result.ts'
import type { Evidence } from './evidence.ts'

type EvidenceState =
  | { readonly is: 'requested'; readonly on: Day }
  | { readonly is: 'received'; readonly on: Day }
  // `received` stays: a decision made late must not move the day on which the proof came.
  | { readonly is: 'accepted'; readonly on: Day; readonly received: Day; readonly by: string }
  | { readonly is: 'rejected'; readonly on: Day; readonly by: string; readonly reason: string }
  | { readonly is: 'waived'; readonly on: Day; readonly by: string; readonly reason: string }
  | { readonly is: 'expired'; readonly on: Day }

export type EvidenceItem = { readonly evidence: Evidence; readonly state: EvidenceState }

export type EvidenceMove =
  | { readonly is: 'receive'; readonly on: Day }
  | { readonly is: 'accept'; readonly on: Day; readonly by: string }
  | { readonly is: 'reject' | 'waive'; readonly on: Day; readonly by: string; readonly reason: string }
  | { readonly is: 'expire'; readonly on: Day }

export const requested = (evidence: Evidence, on: Day): EvidenceItem => ({ evidence, state: { is: 'requested', on } })

const movesFrom: Readonly<Record<EvidenceState['is'], readonly EvidenceMove['is'][]>> = {
  requested: ['receive', 'waive'],
  received: ['accept', 'reject', 'waive'],
  accepted: ['expire'],
  rejected: ['receive', 'waive'],
  waived: [],
  expired: ['receive', 'waive'],
}

export const moveEvidence = (
  item: EvidenceItem,
  move: EvidenceMove,
): Result<EvidenceItem, { readonly is: 'not-now' } | { readonly is: 'reason-needed' }> => {
  if (!movesFrom[item.state.is].includes(move.is)) return no({ is: 'not-now' })
  if ((move.is === 'reject' || move.is === 'waive') && move.reason.trim() === '') return no({ is: 'reason-needed' })
  return ok({ evidence: item.evidence, state: after(item.state, move) })
}

const after = (state: EvidenceState, move: EvidenceMove): EvidenceState => {
  switch (move.is) {
    case 'receive':
      return { is: 'received', on: move.on }
    case 'accept':
      return { is: 'accepted', on: move.on, by: move.by, received: state.on }
    case 'reject':
      return { is: 'rejected', on: move.on, by: move.by, reason: move.reason }
    case 'waive':
      return { is: 'waived', on: move.on, by: move.by, reason: move.reason }
    case 'expire':
      return { is: 'expired', on: move.on }
  }
}

const mandatory = (items: readonly EvidenceItem[]): readonly EvidenceItem[] =>
  items.filter((item) => !item.evidence.optional && !item.evidence.internal)

export const stillMissing = (items: readonly EvidenceItem[]): readonly EvidenceItem[] =>
  mandatory(items).filter(({ state }) => state.is !== 'accepted' && state.is !== 'waived')

// The day on which the last document that is needed came in or was waived; undefined while one is missing.
export const informationReceivedDate = (items: readonly EvidenceItem[]): Day | undefined => {
  const days = mandatory(items).map(({ state }) => settledOn(state))
  if (days.length === 0) return undefined
  return days.reduce((last, day) => (last === undefined || day === undefined ? undefined : later(last, day)))
}

const settledOn = (state: EvidenceState): Day | undefined => {
  if (state.is === 'accepted') return state.received
  return state.is === 'waived' ? state.on : undefined
}

// Reminders after 7 and 14 days, a warning 7 days before the request closes, and its close.
export const chasers = (requestedOn: Day, dueDays: number): readonly { readonly on: Day; readonly what: Chaser }[] => [
  { on: addDays(requestedOn, 7), what: 'reminder' },
  { on: addDays(requestedOn, 14), what: 'reminder' },
  { on: addDays(requestedOn, dueDays - 7), what: 'warning' },
  { on: addDays(requestedOn, dueDays), what: 'close' },
]

export type Chaser = 'reminder' | 'warning' | 'close'
