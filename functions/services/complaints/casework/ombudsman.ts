// The ombudsman looks at a complaint: which one, by its own reference, what it wants by when, and what it decided.
import type { Case } from '#domain/cases/case.ts'
import { complaintOf, outstanding } from '#domain/cases/desk/complaint.ts'
import { withOutcome } from '#domain/cases/outcome.ts'
import type { Setting } from '#domain/cases/steps/sets.ts'
import { type Action, actorName } from '#domain/cases/workflow.ts'
import { small } from '#domain/first-letter.ts'
import { choice, date, longText, text } from '#domain/forms/ask.ts'
import { answerOf } from '#domain/forms/fields/index.ts'
import { one } from '#domain/forms/kind.ts'
import type { Question } from '#domain/forms/question.ts'
import { ombudsmen } from '../rules/ombudsmen.ts'
import { ombudsmanOf } from './ombudsman-of.ts'
import { firstDue, remedyAsks, remedyIn, remedyRows } from './remedies.ts'
import { officers } from './who.ts'

const names = Object.fromEntries(Object.entries(ombudsmen).map(([id, { name }]) => [id, name]))

const wanted = date('Day to answer the ombudsman by', {
  ...{ must: 'future', missing: 'Enter the day to answer the ombudsman by', for: 'officer' },
})

const asked: Action = {
  id: 'to-ombudsman',
  label: 'Record that the ombudsman asks about it',
  history: 'recorded that the ombudsman asks about it',
  ...{ from: ['answered', 'answered-2', 'remedy', 'closed', 'not-accepted'], to: 'ombudsman', who: officers },
  needs: {
    which: choice('Select which ombudsman asks', names, { label: 'Ombudsman', for: 'officer' }),
    theirs: text('The ombudsman’s reference', { most: 40, missing: 'Enter the ombudsman’s reference', for: 'officer' }),
    wanted,
  },
  starts: (subject) => ({ which: [ombudsmanOf(subject)] }),
  sets: (typed, subject, today) => {
    const complaint = complaintOf(subject)
    const by = answerOf(typed, 'wanted', wanted, today)
    const now = { which: names[one(typed, 'which')] ?? '', theirs: one(typed, 'theirs'), since: today }
    return {
      complaint: { ...complaint, ombudsman: [...(complaint.ombudsman ?? []), now] },
      ...(typeof by === 'string' ? { dueOn: by } : {}),
    }
  },
}

const decisions = {
  fault: 'Fault, and injustice that it caused',
  'fault-only': 'Fault, and no injustice',
  none: 'No fault',
  'not-looked': 'It did not look into it, or stopped',
} as const

const decisionAsks: Readonly<Record<string, Question>> = {
  decided: choice('Select what the ombudsman decided', decisions, { label: 'Decision', for: 'officer' }),
  words: longText('What it says', {
    ...{ most: 4000, rows: 6, missing: 'Enter what the decision says', toldTo: 'applicant', for: 'officer' },
    hint: 'In short, with its date. The whole decision is published by the ombudsman.',
  }),
}

const decided =
  (state: 'closed' | 'remedy'): Setting =>
  (typed, subject, today, actor) => {
    const complaint = complaintOf(subject)
    const remedy = remedyIn(typed, today)
    const remedies = [...(complaint.remedies ?? []), ...(remedy === undefined ? [] : [remedy])]
    const due = firstDue(remedies)
    const is = Object.entries(decisions).find(([id]) => id === one(typed, 'decided'))?.[1] ?? ''
    const now = { on: today, is, words: one(typed, 'words') }
    return {
      complaint: {
        ...complaint,
        remedies,
        ombudsman: (complaint.ombudsman ?? []).map((each) =>
          each.decided === undefined ? { ...each, decided: now } : each,
        ),
      },
      ...(due === undefined ? {} : { dueOn: due }),
      outcomes: withOutcome(subject, {
        ...{ state, title: `The ombudsman decided: ${small(is)}`, on: today, by: actorName(actor) },
        ...{ rows: remedyRows(remedies), reasons: [one(typed, 'words')] },
      }),
    }
  }

const nothingToDo = (subject: Case): boolean => outstanding(subject).length === 0

export const ombudsmanActions: readonly Action[] = [
  asked,
  {
    id: 'ombudsman-decided',
    label: 'Record what the ombudsman decided',
    history: 'recorded what the ombudsman decided',
    ...{
      from: ['ombudsman'],
      to: 'closed',
      who: officers,
      needs: decisionAsks,
      when: nothingToDo,
      sets: decided('closed'),
    },
    text: 'ombudsman-decided',
  },
  {
    id: 'ombudsman-remedy',
    label: 'Record what the ombudsman decided, and put something right',
    history: 'recorded what the ombudsman decided, and what is put right',
    ...{ from: ['ombudsman'], to: 'remedy', who: officers, sets: decided('remedy'), text: 'ombudsman-decided' },
    needs: { ...decisionAsks, ...remedyAsks(false) },
    asks: (subject) => ({ ...decisionAsks, ...remedyAsks(!nothingToDo(subject)) }),
  },
]
