// Whoever is not happy with the first answer asks for another look, without having to say why.
import type { Case } from '#domain/cases/case.ts'
import { complaintOf } from '#domain/cases/desk/complaint.ts'
import type { Setting } from '#domain/cases/steps/sets.ts'
import type { Action } from '#domain/cases/workflow.ts'
import { longText } from '#domain/forms/ask.ts'
import { answerDue } from '../rules/clock.ts'
import { officers } from './who.ts'

// Answered once, by stage 1.
const mayGoOn = (subject: Case): boolean => {
  const { stage, answers = [] } = complaintOf(subject)
  return stage === 1 && answers.length > 0
}

const goesOn: Setting = (_typed, subject, today) => ({
  complaint: { ...complaintOf(subject), stage: 2 },
  dueOn: answerDue(2, today).value,
})

const asking = {
  ...{ from: ['answered', 'remedy', 'closed'], to: 'stage-2' },
  when: mayGoOn,
  sets: goesOn,
}

export const secondStage: readonly Action[] = [
  {
    id: 'ask-stage-2',
    label: 'Ask us to look again',
    history: 'asked for another look at the complaint',
    ...{ ...asking, who: ['applicant'], text: 'stage-2-asked' },
    needs: {
      why: longText('What are you not happy with?', {
        ...{ most: 2000, optional: true, for: 'officer' },
        hint: 'You do not have to say.',
      }),
    },
  },
  {
    id: 'ask-stage-2-for-them',
    label: 'Record that they ask for stage 2',
    history: 'recorded that the person asked for another look at the complaint',
    ...{ ...asking, who: [...officers, 'customer-adviser'], text: 'stage-2-noted' },
    needs: {
      why: longText('What they are not happy with', {
        ...{ most: 2000, optional: true, for: 'officer' },
        hint: 'They do not have to say.',
      }),
    },
  },
]
