// A planning decision as it is told: granted or refused, why, and the right to appeal with its last day
// (docs/rules/planning.md, "Appeals").
import type { Actor, Case, Detail } from '#domain/cases/case.ts'
import { type Outcome, type Right, withOutcome } from '#domain/cases/outcome.ts'
import type { Sets, Setting } from '#domain/cases/steps/sets.ts'
import { actorName } from '#domain/cases/workflow.ts'
import { type Day, inWords } from '#domain/day.ts'
import { one } from '#domain/forms/kind.ts'
import { afterReview } from '../../afterwards.ts'
import { applicationCode } from '../ground/application-code.ts'
import { type AppealableOutcome as AppealOutcome, appealBy } from '../rules/clock/appeals.ts'

const inspectorate =
  'Appeals are decided by the Planning Inspectorate, not by the council: gov.uk/appeal-planning-decision or 0303 444 5000.'

// Undefined for what was sent before its kind was kept with the case, and where the law gives no appeal.
export const appealRight = ({ assessment }: Case, decidedOn: Day, outcome: AppealOutcome): Right | undefined => {
  const code = applicationCode(assessment?.term?.code)
  const found = code === undefined ? undefined : appealBy(code, decidedOn, outcome)
  if (found === undefined) return undefined
  return { is: 'appeal', until: found.value, words: [...found.steps.map(({ words }) => words), inspectorate] }
}

type Said = Pick<Outcome, 'state' | 'title' | 'reasons'> & { readonly rows?: readonly Detail[]; readonly right?: Right }

export const toldOutcome = (subject: Case, said: Said, today: Day, actor: Actor): Pick<Sets, 'outcomes'> => ({
  outcomes: withOutcome(subject, {
    rows: siteRows(subject),
    ...said,
    ...(subject.proposal === undefined ? {} : { proposedBy: subject.proposal.by }),
    on: today,
    by: actorName(actor),
  }),
})

const siteRows = ({ title, statutory }: Case): readonly Detail[] => [
  { question: 'Site', lines: [title] },
  ...(statutory === undefined ? [] : [{ question: 'Valid', lines: [inWords(statutory.validOn)] }]),
]

export const decides =
  (state: 'granted' | 'refused', title: string): Setting =>
  (typed, subject, today, actor) => {
    const right = appealRight(subject, today, state)
    const reasons = one(typed, 'reason') === '' ? proposedReasons(subject) : [one(typed, 'reason')]
    return toldOutcome(subject, { state, title, reasons, ...(right === undefined ? {} : { right }) }, today, actor)
  }

const proposedReasons = ({ proposal }: Case): readonly string[] => {
  const reason = proposal === undefined ? '' : one(proposal.typed, 'reason')
  return reason === '' ? [] : [reason]
}

// Returned because it stayed incomplete: no decision on the application, and one that can be looked at again.
export const returns: Setting = (typed, subject, today, actor) => {
  const right: Right = { is: 'review', words: ['You can also put the application right and send it again.'] }
  const title = 'Your application is returned'
  return toldOutcome(subject, { state: 'returned', title, reasons: [one(typed, 'reason')], right }, today, actor)
}

export const returnUpheld: Setting = (typed, subject, today, actor) => {
  const title = 'The return of your application stands after a review'
  return toldOutcome(
    subject,
    { state: 'upheld', title, reasons: [one(typed, 'reason')], right: afterReview },
    today,
    actor,
  )
}

export const appealEnded =
  (state: string, title: string): Setting =>
  (typed, subject, today, actor) =>
    toldOutcome(subject, { state, title, reasons: [one(typed, 'reason')] }, today, actor)
