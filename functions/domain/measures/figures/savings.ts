// What the council no longer spends because people use a cheaper way. An estimate: more of the same
// is no saving (docs/rules/measures.md, "Savings").

// Pence for one of each way.
export type Shift = { readonly moved: number; readonly from: number; readonly to: number }

export const saved = ({ moved, from, to }: Shift): number => moved * (from - to)

export const savedInAll = (shifts: readonly Shift[]): number => shifts.reduce((sum, shift) => sum + saved(shift), 0)

// Those who would have come the old way, had its share stayed as it was.
export const movedFrom = (volume: number, before: number, after: number): number =>
  Math.max(0, Math.round(volume * (before - after)))
