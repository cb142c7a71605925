// A decision as its applicant is told it: what, why, when, and what they can do about it until which day.
import { type Outcome, rightInWords } from '#domain/cases/outcome.ts'
import { inWords } from '#domain/day.ts'
import type { Row } from './journey-pages.ts'

export type DecisionRows = { readonly title: string; readonly rows: readonly Row[]; readonly next: readonly string[] }

// `stands`: nothing has come after it that is being looked at.
export const decisionShown = (outcome: Outcome, stands: boolean): DecisionRows => {
  const { title, rows, reasons, right, replaces, on } = outcome
  return {
    title: 'Our decision',
    rows: [
      { question: 'Decision', lines: [title] },
      ...rows,
      { question: 'Why', lines: reasons.length === 0 ? ['As you asked'] : reasons },
      { question: replaces === undefined ? 'Decided on' : 'Told again on', lines: [inWords(on)] },
      ...(replaces === undefined ? [] : [{ question: 'What we put right', lines: [replaces.why] }]),
    ],
    next: stands && right !== undefined ? rightInWords(right) : [],
  }
}
