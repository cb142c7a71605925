// What was promised is ticked one by one, and the complaint closes when all of it is done; what the council learns is a task.
import type { Case } from '#domain/cases/case.ts'
import { complaintOf, outstanding } from '#domain/cases/desk/complaint.ts'
import type { Action } from '#domain/cases/workflow.ts'
import { actorName } from '#domain/cases/workflow.ts'
import type { Day } from '#domain/day.ts'
import { choice, date, longText, text } from '#domain/forms/ask.ts'
import { answerOf } from '#domain/forms/fields/index.ts'
import { one, type Typed } from '#domain/forms/kind.ts'
import { firstDue, remedyAsks, remedyIn, remedyWords } from './remedies.ts'
import { complaintStates } from './states.ts'
import { officers } from './who.ts'

const how = longText('What was done, and when', {
  ...{ most: 1000, rows: 3, missing: 'Enter what was done, and when', for: 'officer' },
})

const whichOf = (subject?: Case) =>
  choice(
    'Select what was done',
    Object.fromEntries(
      (subject === undefined ? [] : outstanding(subject)).map((remedy, at) => [
        `remedy-${at + 1}`,
        remedyWords(remedy),
      ]),
    ),
    { label: 'What was promised', for: 'officer' },
  )

const tick: Action = {
  id: 'tick-remedy',
  label: 'Tick what was put right',
  history: 'ticked what was put right',
  ...{ from: ['remedy'], to: 'same', who: officers },
  needs: { which: whichOf(), how },
  when: (subject) => outstanding(subject).length > 0,
  asks: (subject) => ({ which: whichOf(subject), how }),
  sets: (typed, subject, today, actor) => {
    const complaint = complaintOf(subject)
    const chosen = outstanding(subject).find((_each, at) => one(typed, 'which') === `remedy-${at + 1}`)
    const done = { on: today, by: actorName(actor), how: one(typed, 'how') }
    const remedies = (complaint.remedies ?? []).map((each) => (each === chosen ? { ...each, done } : each))
    const due = firstDue(remedies) ?? subject.dueOn
    return { complaint: { ...complaint, remedies }, ...(due === undefined ? {} : { dueOn: due }) }
  },
}

const promise: Action = {
  id: 'add-remedy',
  label: 'Add something to put right',
  history: 'added something to put right',
  ...{ from: ['remedy'], to: 'same', who: officers, needs: remedyAsks(false) },
  sets: (typed, subject, today) => {
    const complaint = complaintOf(subject)
    const remedy = remedyIn(typed, today)
    const remedies = [...(complaint.remedies ?? []), ...(remedy === undefined ? [] : [remedy])]
    const due = firstDue(remedies)
    return { complaint: { ...complaint, remedies }, ...(due === undefined ? {} : { dueOn: due }) }
  },
}

const close: Action = {
  id: 'close',
  label: 'Close: all of it is done',
  history: 'closed the complaint, as all that was promised is done',
  ...{ from: ['remedy'], to: 'closed', who: officers, text: 'put-right' },
  when: (subject) => outstanding(subject).length === 0,
}

const learnBy = date('By when', { must: 'future', missing: 'Enter the day by which it is done', for: 'officer' })

const dayIn = (typed: Typed, today: Day): Day => {
  const answer = answerOf(typed, 'learnBy', learnBy, today)
  return typeof answer === 'string' ? answer : today
}

const learn: Action = {
  id: 'learn',
  label: 'Say what we learn from it',
  history: 'said what the council learns from it',
  ...{ from: Object.keys(complaintStates).filter((id) => id !== 'received' && id !== 'withdrawn'), to: 'same' },
  who: officers,
  needs: {
    lesson: longText('What changes', {
      ...{ most: 500, rows: 3, missing: 'Enter what changes', for: 'officer' },
      hint: 'So that it does not happen to others. No names.',
    }),
    learner: text('Who does it', { missing: 'Enter who does it', hint: 'A team or a person', for: 'officer' }),
    learnBy,
  },
  task: (typed, today) => ({
    what: `Learning, for ${one(typed, 'learner')}: ${one(typed, 'lesson')}`,
    due: dayIn(typed, today),
  }),
  sets: (typed, subject, today) => {
    const complaint = complaintOf(subject)
    const lesson = { what: one(typed, 'lesson'), who: one(typed, 'learner'), by: dayIn(typed, today), on: today }
    return { complaint: { ...complaint, learning: [...(complaint.learning ?? []), lesson] } }
  },
}

export const puttingRight: readonly Action[] = [tick, promise, close, learn]
