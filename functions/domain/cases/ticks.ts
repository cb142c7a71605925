// What the rules leave to a person, and what a person found: a tick with its reason. Where nobody recorded anything, nothing is met.
import type { Day } from '../day.ts'
import { type EvidenceItem, evidenceName, stillMissing } from './evidence.ts'

// It is about these words: where an answer changes what is to be checked, it is to be checked again.
export type Tick = {
  readonly words: string
  readonly on: Day
  readonly by: string
  readonly reason: string
}

type Checked = {
  readonly assessment?: { readonly leaves?: readonly string[] }
  readonly ticks?: readonly Tick[]
}

export const unticked = ({ assessment, ticks = [] }: Checked): readonly string[] =>
  (assessment?.leaves ?? []).filter((words) => !ticks.some((tick) => tick.words === words))

// Documents that are needed and that nobody has accepted or done without.
export const notEvidenced = ({ evidence = [] }: { readonly evidence?: readonly EvidenceItem[] }): readonly string[] =>
  stillMissing(evidence).map(({ evidence: wanted }) => evidenceName(wanted))
