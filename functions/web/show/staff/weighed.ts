// Beside the form of a proposal or a decision: what was proposed and by whom, what a person checked, and what nobody did. It quotes answers
// and proof, so it is for who may see those.
import type { Case, CaseEvent } from '#domain/cases/case.ts'
import { notEvidenced, unticked } from '#domain/cases/ticks.ts'
import { inWords } from '#domain/day.ts'
import type { Variables } from '#web/template-runtime.ts'
import { onOneLine } from '../controls/entered.ts'
import { moment } from '../when.ts'
import { caseAddressOf, partAt } from './case/frame.ts'

// `proposal`: the event of what is now to be decided.
export type Weighed = { readonly subject: Case; readonly proposal?: CaseEvent }

export const weighedShown = ({ subject, proposal }: Weighed): Variables => ({
  proposal: proposal && {
    said: `${onOneLine(proposal.by)} ${proposal.words} on ${moment(proposal.at)}`,
    rows: proposal.details ?? [],
  },
  review: reviewOf(subject),
  told:
    subject.told === undefined ? undefined : { on: inWords(subject.told.on), href: `${caseAddressOf(subject)}/told` },
  open: unticked(subject).map(onOneLine),
  missing: notEvidenced(subject).map(onOneLine),
  ticks: (subject.ticks ?? []).map(({ words, on, by, reason }) => ({
    question: onOneLine(words),
    lines: [onOneLine(reason), `${onOneLine(by)}, ${inWords(on)}`],
  })),
  rules: subject.assessment === undefined ? undefined : partAt(subject, 'tasks'),
  documents: subject.evidence === undefined ? undefined : partAt(subject, 'documents'),
  check: unticked(subject).length === 0 ? undefined : `${caseAddressOf(subject)}/actions/check-off`,
})

// Why somebody asked to look again.
const reviewOf = ({ reviews }: Case): readonly Variables[] => {
  const open = reviews?.at(-1)
  if (open === undefined || open.decided !== undefined) return []
  const late = open.late === undefined ? [] : [{ question: 'Taken after the last day, because', lines: [open.late] }]
  return [
    { question: 'Asked for', lines: [inWords(open.askedOn)] },
    { question: 'To be decided by', lines: [inWords(open.decideBy)] },
    { question: 'Why they think the decision is wrong', lines: open.why.split(/\r?\n/) },
    ...late,
  ]
}
