// The documents that a case needs and where each stands: for officers in a table, for the applicant what is still to come.
import type { Case } from '#domain/cases/case.ts'
import { type EvidenceItem, evidenceName, stillMissing } from '#domain/cases/evidence.ts'
import { type Day, inWords } from '#domain/day.ts'
import type { Variables } from '../template-runtime.ts'
import { onOneLine } from './controls/entered.ts'
import type { Tag } from './tags.ts'

export type EvidenceShown = Pick<Case, 'evidence' | 'completeOn'>

// Undefined where none is needed. Which documents are needed tells of health and safety: for who may see those.
// `inside`: what stands with each of them, such as the files that came for it.
export const evidenceShown = (
  { evidence = [], completeOn }: EvidenceShown,
  maySee: boolean,
  inside: (item: EvidenceItem) => readonly Variables[] = () => [],
): Variables | undefined => {
  if (evidence.length === 0) return undefined
  const rows = evidence.map((item) => ({
    name: onOneLine(evidenceName(item.evidence)),
    tag: tags[item.state.is],
    lines: linesOf(item.evidence, item.state),
    files: inside(item),
  }))
  return { hidden: !maySee, said: saidOf(evidence, completeOn), rows, folds: foldsOf(rows) }
}

// Of many, those for which no file came stand folded beneath the others.
const mostOpen = 6

const foldsOf = (rows: readonly { readonly files: readonly Variables[] }[]): string | undefined => {
  const without = rows.filter(({ files }) => files.length === 0).length
  return without > mostOpen ? `${without} documents without a file: where each stands` : undefined
}

const saidOf = (evidence: readonly EvidenceItem[], completeOn: Day | undefined): string => {
  const missing = stillMissing(evidence).length
  if (missing > 0) return `${missing} ${missing === 1 ? 'document is' : 'documents are'} not accepted yet.`
  return completeOn === undefined ? 'None of them holds the application up.' : `Complete since ${inWords(completeOn)}.`
}

const tags: Readonly<Record<EvidenceItem['state']['is'], Tag>> = {
  requested: { text: 'Not here', colour: 'yellow' },
  received: { text: 'To check', colour: 'blue' },
  accepted: { text: 'Accepted', colour: 'green' },
  rejected: { text: 'Not accepted', colour: 'red' },
  waived: { text: 'Not needed', colour: 'grey' },
  expired: { text: 'Out of date', colour: 'orange' },
}

const linesOf = ({ optional, internal }: EvidenceItem['evidence'], state: EvidenceItem['state']): readonly string[] => [
  whenOf(state),
  ...('reason' in state ? [onOneLine(state.reason)] : []),
  ...(optional ? ['It helps, and is not needed.'] : []),
  ...(internal ? ['From our own officers.'] : []),
]

const whenOf = (state: EvidenceItem['state']): string => {
  const on = inWords(state.on)
  switch (state.is) {
    case 'requested':
      return `Asked for on ${on}`
    case 'received':
      return `Came on ${on}`
    case 'accepted':
      return `Came on ${inWords(state.received)}, accepted by ${onOneLine(state.by)} on ${on}`
    case 'rejected':
    case 'waived':
      return `By ${onOneLine(state.by)} on ${on}`
    case 'expired':
      return `A newer one was asked for on ${on}`
  }
}
