// What an applicant is told before sending: the fee with its working, what would make the application invalid and where to mend it,
// and what happens then. "Likely" and never a decision.

import type { Day } from '#domain/day.ts'
import type { Answers } from '#domain/forms/answered/answers.ts'
import { journey } from '#domain/forms/answered/journey.ts'
import type { Assessment, Part } from '#domain/rules/assessment.ts'
import { type Assessed, assess, packOf } from './assess.ts'
import { typeStep } from './ground/type-step.ts'
import { appealPart, checkSteps, clockPart, delegationPart, feePart, publicityPart, typePart } from './parts.ts'

export const planningAdvice = (answers: Answers, today: Day, now: number): Assessment => {
  const found = assess(answers, { now, unfinished: unfinishedIn(answers) })
  return {
    on: today,
    pack: packOf(found),
    parts: [
      ...(found.type === undefined ? [] : [typePart(found.type, typeStep(answers, found.type))]),
      feePart(found),
      validityPart(found),
      ...(found.course === undefined
        ? []
        : [
            publicityPart(found.course, 'How we tell other people'),
            clockPart(found.course, 'When you can expect a decision'),
            delegationPart(found.course, 'Who decides'),
            ...appealPart(found.course, found.made.value),
          ]),
    ],
  }
}

export const unfinishedIn = ({ form, saved, today }: Answers): readonly string[] => {
  const walk = journey(form, saved, today)
  return walk.sections.filter((section) => !walk.sectionDone(section)).map(({ title }) => title)
}

const validityPart = ({ checks }: Assessed): Part => {
  const failing = checks.filter(({ ok }) => !ok)
  const steps = failing.flatMap(checkSteps)
  const part = { id: 'validity', title: 'What would make it invalid' }
  if (failing.length === 0)
    return { ...part, answer: 'Nothing that we can check from here', steps: checks.flatMap(checkSteps) }
  return {
    ...part,
    answer:
      steps.length === 1
        ? 'One thing would make your application invalid'
        : `${steps.length} things would make your application invalid`,
    adverse: true,
    rests: failing.flatMap(({ where }) => where),
    steps,
  }
}
