// What staff can try of one application's course beside its clock: letters to neighbours, and the last day to appeal.
import { type Day, inFullWords, inWords } from '#domain/day.ts'
import type { Lookup } from '#domain/forms/condition.ts'
import { instantOf } from '#domain/london.ts'
import type { Part } from '#domain/rules/assessment.ts'
import type { Course } from './assess.ts'
import { type AppealableOutcome, appealBy } from './clock/appeals.ts'
import { postTimes } from './ground/sources.ts'
import { letter } from './publicity/letters.ts'
import { earliestDecision } from './publicity/publicity.ts'

export const dayAt = ({ answer }: Lookup, question: string): Day | undefined => {
  const given = answer(question)
  return typeof given === 'string' ? given : undefined
}

export const timeAt = ({ answer }: Lookup, question: string, otherwise: string): string => {
  const given = answer(question)
  return typeof given === 'string' ? given : otherwise
}

export const letterParts = ({ publicity }: Course, lookup: Lookup): readonly Part[] => {
  const day = dayAt(lookup, 'lettersOn')
  const handed = day === undefined ? undefined : instantOf(day, timeAt(lookup, 'lettersAt', '12:00'))
  if (day === undefined || handed === undefined) return []
  const { printed, arrives, until } = letter(handed, publicity.value.days)
  const first = earliestDecision([publicity.value.until, until]) ?? until
  const words = `Handed over then, they are printed on ${inFullWords(printed)} and count from ${inFullWords(arrives)}, two working days in second class post.`
  const used = [{ question: 'lettersOn', shown: inWords(day), called: 'When letters are handed over' }]
  const step = { rule: 'LETTERS', words, used, source: postTimes }
  return [
    {
      id: 'letters',
      title: 'Letters to neighbours',
      answer: `Until ${inWords(until)}`,
      lines: [`Not to be decided before ${inWords(first)}`],
      steps: [{ ...step, confirm: 'council to confirm its post' }],
    },
  ]
}

export const appealParts = ({ facts }: Course, lookup: Lookup): readonly Part[] => {
  const decided = dayAt(lookup, 'decidedOn')
  if (decided === undefined) return []
  const outcome: AppealableOutcome = lookup.answer('outcome') === 'granted' ? 'granted' : 'refused'
  const found = appealBy(facts.code, decided, outcome)
  return [
    {
      id: 'appeal',
      title: 'Appeal',
      answer: found === undefined ? 'No appeal, or no last day for one' : `By ${inWords(found.value)}`,
      steps: found?.steps ?? [],
    },
  ]
}
