// What stood when a complaint was answered, kept with the answer: later changes of the case that it is about do not change it.
import type { Case } from '#domain/cases/case.ts'
import type { ComplaintAnswer } from '#domain/cases/desk/complaint.ts'
import { inWords } from '#domain/day.ts'
import { londonDay, londonTime } from '#domain/london.ts'
import { entriesOf } from '../../letters-to.ts'

export const factsOf = (subject: Case): ComplaintAnswer['facts'] => {
  const { complaint, concerns, openedAt, dueOn } = subject
  return [
    { question: 'Received', lines: [inWords(londonDay(openedAt))] },
    ...(complaint?.acknowledgedOn === undefined
      ? []
      : [{ question: 'Acknowledged', lines: [inWords(complaint.acknowledgedOn)] }]),
    ...(dueOn === undefined ? [] : [{ question: 'Answer due', lines: [inWords(dueOn)] }]),
    ...(complaint?.understood === undefined ? [] : [{ question: 'As understood', lines: [complaint.understood] }]),
    ...entriesOf(subject)
      .filter(({ id }) => ['happened', 'putRight', 'happenedOn'].includes(id))
      .map(({ question, lines }) => ({ question, lines })),
    ...(concerns?.stands === undefined
      ? []
      : [{ question: `Case ${concerns.reference}`, lines: [standsWords(concerns.stands)] }]),
  ]
}

type Stood = NonNullable<NonNullable<Case['concerns']>['stands']>

const standsWords = ({ state, version, at }: Stood): string =>
  `${state}, version ${version}, last changed on ${inWords(londonDay(at))} at ${londonTime(at)}`
