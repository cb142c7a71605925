// What becomes of each document that was asked for (docs/rules/housing.md, "Evidence"): requested →
// received → accepted, rejected or waived; an accepted one can
// expire. An application is complete when every document that it needs is accepted or waived, and that day is kept.
import { addDays, type Day, later } from '../day.ts'
import { no, ok, type Result } from '../result.ts'

// What is asked for as proof.
export type Evidence = {
  readonly code: string
  // Whose document it is; undefined when it is asked of the household once.
  readonly person?: string
  readonly what: string
  readonly alternatives: readonly string[]
  readonly count: number
  readonly dueDays: number
  readonly maxAgeDays?: number
  // Helps, but its absence never stops an application.
  readonly optional: boolean
  // The council gets it from its own officers.
  readonly internal: boolean
}

type EvidenceState =
  | { readonly is: 'requested'; readonly on: Day }
  | { readonly is: 'received'; readonly on: Day }
  // `received` stays: a decision made late must not move the day on which the proof came.
  | { readonly is: 'accepted'; readonly on: Day; readonly received: Day; readonly by: string }
  | { readonly is: 'rejected'; readonly on: Day; readonly by: string; readonly reason: string }
  | { readonly is: 'waived'; readonly on: Day; readonly by: string; readonly reason: string }
  | { readonly is: 'expired'; readonly on: Day }

export type EvidenceItem = {
  readonly evidence: Evidence
  readonly state: EvidenceState
  // Ids of the files that were sent for it, and of those that did not do.
  readonly files?: readonly string[]
  readonly refused?: readonly string[]
}

// Among those of its case: the second proof of identity is ID_ADULT.2.
export const evidenceId = ({ evidence }: EvidenceItem, place: number): string => `${evidence.code}.${place + 1}`

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
  const refused = move.is === 'reject' || move.is === 'expire' ? { refused: item.files ?? [] } : {}
  return ok({ ...item, state: after(item.state, move), ...refused })
}

// As it stands with the files that are sent for it now: one that did not do is not sent again by being there still.
export const withFiles = (item: EvidenceItem, files: readonly string[], on: Day): EvidenceItem => {
  const fresh = files.some((file) => item.refused?.includes(file) !== true)
  const moved = fresh ? moveEvidence(item, { is: 'receive', on }) : no(null)
  const now = moved.ok ? moved.value : item
  return files.length === 0 ? now : { ...now, files }
}

// A file that turned out to be no use: what rests on it alone is asked for again.
export const itemsWithoutFile = (items: readonly EvidenceItem[], file: string, why: Why): readonly EvidenceItem[] =>
  items.map((item) => {
    const left = item.files?.filter((one) => one !== file && item.refused?.includes(one) !== true) ?? []
    if (item.files?.includes(file) !== true || left.length > 0) return item
    const moved = moveEvidence(item, { is: 'reject', ...why })
    return moved.ok ? moved.value : item
  })

type Why = { readonly on: Day; readonly by: string; readonly reason: string }

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

// One line for a document: "Ada Okoro: proof of identity (2 of: passport, driving licence…)".
export const evidenceLine = (wanted: Evidence): string => {
  const many = wanted.alternatives.length > 1
  const choose = wanted.count === wanted.alternatives.length ? 'both: ' : `${wanted.count} of: `
  const list = `${many ? choose : ''}${wanted.alternatives.join(', ')}`
  return `${evidenceName(wanted)} (${list}${ageOf(wanted)})${wanted.optional ? ' – optional' : ''}`
}

// Without what will do: "Ada Okoro: proof of identity".
export const evidenceName = ({ what, person }: Evidence): string =>
  person === undefined ? what : `${person}: ${what.charAt(0).toLowerCase()}${what.slice(1)}`

const ageOf = (wanted: Evidence): string => {
  if (wanted.maxAgeDays === undefined) return ''
  return wanted.maxAgeDays >= 365 ? '; from the last 12 months' : '; from the last 3 months'
}

// Reminders after 7 and 14 days, a warning 7 days before the request closes, and its close.
export const chasers = (requestedOn: Day, dueDays: number): readonly { readonly on: Day; readonly what: Chaser }[] => [
  { on: addDays(requestedOn, 7), what: 'reminder' },
  { on: addDays(requestedOn, 14), what: 'reminder' },
  { on: addDays(requestedOn, dueDays - 7), what: 'warning' },
  { on: addDays(requestedOn, dueDays), what: 'close' },
]

export type Chaser = 'reminder' | 'warning' | 'close'
