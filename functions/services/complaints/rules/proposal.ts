// What the rules say of a complaint when it is sent: its days, the ombudsman that it can go to, and whether it is late.
import { addYears, type Day, inWords, isDay } from '#domain/day.ts'
import type { Answers } from '#domain/forms/answered/answers.ts'
import { londonDay } from '#domain/london.ts'
import type { Assessment, Part } from '#domain/rules/assessment.ts'
import { acknowledgeBy, answerDue, packOfComplaints } from './clock.ts'
import { ombudsmanFor, ombudsmen } from './ombudsmen.ts'

export const complaintsProposal = (answers: Answers, today: Day, sentAt: number): Assessment => {
  const received = londonDay(sentAt)
  const acknowledge = acknowledgeBy(received)
  const answer = answerDue(1, acknowledge.value)
  const ombudsman = ombudsmanFor(answers.answer('about'))
  return {
    on: today,
    pack: packOfComplaints.name,
    under: 'Complaint Handling Code 2024',
    parts: [
      { id: 'acknowledge', title: 'Acknowledge', answer: `By ${inWords(acknowledge.value)}`, steps: acknowledge.steps },
      { id: 'answer', title: 'Answer', answer: `By ${inWords(answer.value)} at the latest`, steps: answer.steps },
      { id: 'ombudsman', title: 'Ombudsman', answer: ombudsmen[ombudsman.value].name, steps: ombudsman.steps },
      ...latePart(answers.answer('happenedOn'), received),
    ],
    ...(isLate(answers.answer('happenedOn'), received) ? { leaves: [late] } : {}),
  }
}

const late = 'Late: is there a good reason to look at it all the same?'

// Its month is told, so the whole of that month a year later is in time.
const isLate = (happened: unknown, received: Day): happened is Day =>
  typeof happened === 'string' && isDay(happened) && received.slice(0, 7) > addYears(happened, 1).slice(0, 7)

const latePart = (happened: unknown, received: Day): readonly Part[] =>
  isLate(happened, received)
    ? [
        {
          id: 'late',
          title: 'When it happened',
          answer: 'More than 12 months before',
          steps: [
            {
              rule: 'TWELVE',
              words: `It happened in ${happened.slice(0, 7)}, more than 12 months before it was sent. A complaint that late may be declined, and an ombudsman looks at it only for a good reason.`,
              used: [{ question: 'happenedOn', shown: happened.slice(0, 7) }],
              source: {
                words: 'Local Government Act 1974, section 26B; Complaint Handling Code, section 2',
                url: 'https://www.legislation.gov.uk/ukpga/1974/7/section/26B',
                law: true,
              },
            },
          ],
        },
      ]
    : []
