// What staff must know before they meet somebody: proposed by one person with what it rests on, decided by a manager, and looked at again
// within a year (docs/rules/casework.md, "Markers").
import { addMonths, type Day } from '../../day.ts'

export const markerWords = {
  violence: 'Violence or threats',
  dog: 'Dangerous dog',
  two: 'Two members of staff to visit',
  infection: 'Risk of infection',
  safeguarding: 'Safeguarding',
} as const

export type MarkerKind = keyof typeof markerWords

export type MarkerProposed = {
  readonly kind: MarkerKind
  // What happened, when, and who saw it.
  readonly basis: string
  readonly on: Day
  readonly by: string
}

export type Marker = MarkerProposed & {
  readonly decidedBy: string
  readonly decidedOn: Day
  // Shown until this day, and not after it.
  readonly reviewOn: Day
  // How the person was told, or why not.
  readonly told: string
  readonly ended?: { readonly on: Day; readonly by: string; readonly reason: string }
}

export type Marked = { readonly markers?: readonly Marker[]; readonly markerProposed?: MarkerProposed | undefined }

export const markersOn = ({ markers = [] }: Marked, today: Day): readonly Marker[] =>
  markers.filter(({ ended, reviewOn }) => ended === undefined && reviewOn >= today)

// What staff do about them.
export const markerDeeds: readonly string[] = ['propose-marker', 'confirm-marker', 'decline-marker', 'end-marker']

export const latestReview = (today: Day): Day => addMonths(today, 12)

export const isMarkerKind = (typed: string): typed is MarkerKind => typed in markerWords
