// A case that must be kept: somebody goes to court, an ombudsman looks at it. Nothing erases it until a person says so
// (docs/rules/keeping.md, "Holds").
import { addDays, type Day, inWords } from '../day.ts'

export type Held = { readonly why: string; readonly until: Day; readonly by: string; readonly at: number }

export type MayBeHeld = { readonly held?: Held }

// Looked at again within six months, so that none is kept for ever because it was forgotten.
const mostDays = 183

export const lastHoldDay = (today: Day): Day => addDays(today, mostDays)

export const isHoldDay = (until: Day, today: Day): boolean => until > today && until <= lastHoldDay(today)

type Hold = Pick<Held, 'why' | 'until'> & { readonly reason?: string }

// Held: what somebody agreed about erasing it counts no more, then or afterwards (going.ts).
export type Holdable = MayBeHeld & { readonly version: number; readonly state: string; readonly going?: object }
export type HoldChange = {
  readonly by: { readonly id: string; readonly name: string }
  readonly now: number
  readonly id: string
}
type Detail = { readonly question: string; readonly lines: readonly string[] }
type Said = { readonly action: string; readonly words: string; readonly details: readonly Detail[] }
// As any line of a case's history.
type Event = Said & {
  readonly id: string
  readonly at: number
  readonly by: string
  readonly byId: string
  readonly version: number
}
export type Placed<T> = { readonly case: T; readonly event: Event }

export const hold = <T extends Holdable>(
  { going: _, ...subject }: T,
  { why, until, reason }: Hold,
  change: HoldChange,
): Placed<Omit<T, 'going'>> =>
  inPlace({ ...subject, held: { why, until, by: change.by.name, at: change.now } }, change, {
    action: 'hold',
    words: `kept the case for a legal reason, to look again by ${inWords(until)}`,
    details: [{ question: 'Why', lines: [why] }, ...detailsOf(reason)],
  })

export const release = <T extends Holdable>(
  subject: T,
  reason: string | undefined,
  change: HoldChange,
): Placed<Omit<T, 'held'>> => {
  const { held: _, ...rest } = subject
  return inPlace(rest, change, {
    action: 'release',
    words: 'ended the hold: the case is kept no longer than others',
    details: detailsOf(reason),
  })
}

const detailsOf = (reason: string | undefined): readonly Detail[] =>
  reason === undefined ? [] : [{ question: 'Reason', lines: [reason] }]

// The day on which it changed stays: from that day the time runs for which a closed case is kept.
export const inPlace = <T extends Omit<Holdable, 'held'>>(
  after: T,
  { by, now, id }: HoldChange,
  said: Said,
): Placed<T> => {
  const version = after.version + 1
  const event = { id, at: now, by: by.name, byId: by.id, ...said, from: after.state, to: after.state, version }
  return { case: { ...after, version }, event }
}
