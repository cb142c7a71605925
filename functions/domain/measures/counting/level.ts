// How automated an outcome was: fully, where no deed of staff lies between receipt and the telling
// (docs/rules/measures.md, "Automation").
import type { FactChannel, Level } from './facts.ts'

export type Deeds = {
  readonly channel: FactChannel
  // What staff did between receipt and outcome: ids of actions, 'note', 'assign'.
  readonly deeds: readonly string[]
  // Of these, what only confirms what the rules proposed.
  readonly confirming: readonly string[]
}

export const levelOf = ({ channel, deeds, confirming }: Deeds): Level => {
  if (channel === 'keyed' || channel === 'paper') return 'A0'
  if (deeds.length === 0) return 'A3'
  return deeds.every((deed) => confirming.includes(deed)) ? 'A2' : 'A1'
}

// An outcome that staff took back within so many days was not automated after all.
export const undoneWithin = 28
