// How a complaint is answered at each stage: what was found and why, what is put right, and how to go on (docs/rules/complaints.md, "Answers").
import type { Case } from '#domain/cases/case.ts'
import { type Complaint, type ComplaintFound, complaintOf, outstanding } from '#domain/cases/desk/complaint.ts'
import { type Right, withOutcome } from '#domain/cases/outcome.ts'
import type { Setting } from '#domain/cases/steps/sets.ts'
import { type Action, actorName } from '#domain/cases/workflow.ts'
import { choice, longText } from '#domain/forms/ask.ts'
import { one } from '#domain/forms/kind.ts'
import type { Question } from '#domain/forms/question.ts'
import { type ComplaintStage, packOfComplaints } from '../rules/clock.ts'
import { type OmbudsmanId, ombudsmen, waysToOmbudsman } from '../rules/ombudsmen.ts'
import { factsOf } from './frozen.ts'
import { ombudsmanOf } from './ombudsman-of.ts'
import { firstDue, remedyAsks, remedyIn, remedyRows } from './remedies.ts'
import { officers } from './who.ts'

export const foundWords: Readonly<Record<ComplaintFound, string>> = {
  upheld: 'Upheld',
  partly: 'Partly upheld',
  not: 'Not upheld',
}

const answerAsks: Readonly<Record<string, Question>> = {
  found: choice('Select what you found', foundWords, { label: 'What you found', toldTo: 'applicant', for: 'officer' }),
  reason: longText('Answer and reasons', {
    most: 4000,
    rows: 12,
    missing: 'Enter the answer and the reasons',
    hint: 'Answer each point. Say what should have happened, what did, and the law or policy that you read.',
    toldTo: 'applicant',
    for: 'officer',
  }),
}

type Kind = { readonly stage: ComplaintStage; readonly withRemedy: boolean }

const ids: Readonly<Record<ComplaintStage, readonly [string, string]>> = {
  1: ['answer', 'answer-and-remedy'],
  2: ['answer-2', 'answer-2-and-remedy'],
}

const stateAfter = ({ stage, withRemedy }: Kind): string =>
  withRemedy ? 'remedy' : stage === 1 ? 'answered' : 'answered-2'

const answerAction = ({ stage, withRemedy }: Kind): Action => ({
  id: ids[stage][withRemedy ? 1 : 0],
  label: `Answer stage ${stage}${withRemedy ? ' and put something right' : ''}`,
  history: `answered the complaint at stage ${stage}`,
  from: [`stage-${stage}`],
  to: stateAfter({ stage, withRemedy }),
  who: officers,
  notByPart: true,
  // Whoever looks at it again is not whoever answered before.
  ...(stage === 2 ? { notByAny: ids[1] } : {}),
  needs: { ...answerAsks, ...(withRemedy ? remedyAsks(false) : {}) },
  ...(withRemedy
    ? { asks: (subject) => ({ ...answerAsks, ...remedyAsks(outstanding(subject).length > 0) }) }
    : { when: (subject) => outstanding(subject).length === 0 }),
  weighs: true,
  sets: answers({ stage, withRemedy }),
  text: 'answered',
})

export const answerActions: readonly Action[] = ([1, 2] as const).flatMap((stage) =>
  [false, true].map((withRemedy) => answerAction({ stage, withRemedy })),
)

const isFound = (id: string): id is ComplaintFound => id in foundWords

function answers({ stage, withRemedy }: Kind): Setting {
  return (typed, subject, today, actor) => {
    const found = one(typed, 'found')
    const is = isFound(found) ? found : 'not'
    const remedy = remedyIn(typed, today)
    const complaint = complaintOf(subject)
    const remedies = [...(complaint.remedies ?? []), ...(remedy === undefined ? [] : [remedy])]
    const byId = actor.is === 'staff' ? actor.id : ''
    const answered = { stage, is, on: today, by: actorName(actor), byId, facts: factsOf(subject) }
    const after: Complaint = { ...complaint, stage, answers: [...(complaint.answers ?? []), answered], remedies }
    const due = firstDue(remedies)
    return {
      complaint: after,
      ...(due === undefined ? {} : { dueOn: due }),
      outcomes: withOutcome(subject, {
        state: stateAfter({ stage, withRemedy }),
        title: `Our answer at stage ${stage}: ${foundWords[is].toLowerCase()}`,
        on: today,
        by: actorName(actor),
        rows: rowsOf(subject, after),
        reasons: one(typed, 'reason').split(/\r?\n{2,}/),
        right: rightAfter(stage, ombudsmanOf(subject)),
      }),
    }
  }
}

const rowsOf = ({ complaint: before }: Case, { remedies = [] }: Complaint) => [
  ...(before?.understood === undefined ? [] : [{ question: 'Your complaint', lines: [before.understood] }]),
  ...remedyRows(remedies),
]

/** How to go on after an answer: to stage 2, and to the ombudsman with its address. */
export const rightAfter = (stage: ComplaintStage, ombudsman: OmbudsmanId): Right => ({
  is: 'complaint',
  words: stage === 1 ? afterFirst(ombudsman) : afterSecond(ombudsman),
})

const afterFirst = (ombudsman: OmbudsmanId): readonly string[] => [
  `If you are not happy with this answer, ask us to look again. You do not have to say why. Another person answers within ${packOfComplaints.answer[2].value} working days.`,
  `You can ask the ombudsman for advice at any time. ${waysToOmbudsman(ombudsman).join(' ')}`,
]

const afterSecond = (ombudsman: OmbudsmanId): readonly string[] => [
  `This is our last answer. If you are not happy with it, you can go to the ombudsman: it is free, and it does not work for us. ${ombudsmen[ombudsman].time}`,
  ...waysToOmbudsman(ombudsman),
]
