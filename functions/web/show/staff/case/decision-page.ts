// What was decided on a case, as the person is told it: every version, the newest first, with the reviews that were asked for.
import type { Outcome, Review } from '#domain/cases/outcome.ts'
import { rightInWords } from '#domain/cases/outcome.ts'
import { inFullWords, inWords } from '#domain/day.ts'
import { noticeLinks } from '#web/notice.ts'
import type { Variables } from '#web/template-runtime.ts'
import { onOneLine } from '../../controls/entered.ts'
import { type StaffAround, staffPage } from '../around.ts'
import { caseAddressOf, hidden } from './frame.ts'

export type DecisionPage = {
  readonly around: StaffAround
  readonly reference: string
  readonly caseTitle: string
  readonly outcomes: readonly Outcome[]
  readonly reviews: readonly Review[]
  // Reasons quote answers.
  readonly maySeeSensitive: boolean
}

export const decisionPage = (given: DecisionPage): string => {
  const title = 'The decision'
  const { outcomes, reviews, maySeeSensitive } = given
  return staffPage(
    'case/decision',
    given.around,
    { title: `${title}, ${given.reference}` },
    {
      title,
      caption: `${onOneLine(given.caseTitle)}, ${given.reference}`,
      outcomes: outcomes
        .map((outcome) => ({
          ...outcomeShown(outcome, maySeeSensitive),
          notice: noticeLinks(outcome, caseAddressOf(given)),
        }))
        .toReversed(),
      reviews: maySeeSensitive ? reviews.map(reviewShown).toReversed() : [],
      back: { text: 'Back to the case', href: caseAddressOf(given) },
    },
  )
}

const outcomeShown = (outcome: Outcome, maySee: boolean): Variables => {
  const { version, title, on, by, proposedBy, rows, reasons, right, replaces, notice } = outcome
  const whole = [
    ...rows,
    { question: 'Reasons', lines: reasons },
    ...(right === undefined ? [] : [{ question: 'What they can do', lines: rightInWords(right) }]),
  ]
  return {
    title,
    version,
    rows: [
      ...(maySee ? whole : [{ question: 'Reasons', lines: [hidden] }]),
      ...(notice === undefined
        ? []
        : [
            {
              question: 'What the notice is known by (SHA-256)',
              lines: [`Page: ${notice.html}`, `PDF: ${notice.pdf}`],
            },
          ]),
      { question: 'Decided', lines: [inFullWords(on), onOneLine(by)] },
      ...(proposedBy === undefined ? [] : [{ question: 'Proposed by', lines: [onOneLine(proposedBy)] }]),
      ...(replaces === undefined
        ? []
        : [{ question: `Takes the place of version ${replaces.version}`, lines: [onOneLine(replaces.why)] }]),
    ],
  }
}

const reviewShown = ({ askedOn, why, decideBy, late, decided }: Review): Variables => ({
  title: `Review asked for on ${inWords(askedOn)}`,
  rows: [
    { question: 'Why', lines: why.split(/\r?\n/) },
    ...(late === undefined ? [] : [{ question: 'Taken after the last day, because', lines: [late] }]),
    ...(decided === undefined
      ? [{ question: 'To be decided by', lines: [inFullWords(decideBy)] }]
      : [
          {
            question: decided.is === 'upheld' ? 'Confirmed' : 'Changed',
            lines: [`${onOneLine(decided.by)}, ${inWords(decided.on)}`, ...decided.reasons.split(/\r?\n/)],
          },
        ]),
  ],
})
