// Results of the planning rules as parts that can be shown: the fee, what would make it invalid, who decides and by when.

import { type Day, inWords } from '#domain/day.ts'
import { capital } from '#domain/first-letter.ts'
import { inPounds } from '#domain/forms/fields/money.ts'
import type { Part } from '#domain/rules/assessment.ts'
import { type RuleStep, stepIn } from '#domain/rules/trace.ts'
import type { ApplicationType } from '../form/application-type.ts'
import type { Course, PlanningAssessed } from './assess.ts'
import { appealRests } from './clock/appeal-route.ts'
import type { Fee } from './fee/fee.ts'
import type { Publicity } from './publicity/publicity.ts'
import type { Check } from './validation/check.ts'

// The working stands on the page as well as behind "How we worked this out": a person should not have to look for the reason of a fee.
export const feePart = ({ made, fee }: PlanningAssessed): Part => ({
  id: 'fee',
  title: 'Fee',
  answer: feeAnswer(fee.value),
  lines: [...made.steps, ...fee.steps].filter(({ rule }) => rule !== 'FEE-10').map(({ words }) => words),
  steps: [...made.steps, ...fee.steps],
})

const feeAnswer = (fee: Fee): string => {
  if (fee.is === 'unknown') return fee.needs
  return fee.pence === 0 ? 'No fee' : inPounds(fee.pence)
}

export const typePart = (type: ApplicationType, step: RuleStep): Part => ({
  id: 'type',
  title: 'Kind of application',
  answer: type.name,
  steps: [step],
})

export const clockPart = ({ clocks }: Course, title: string): Part => ({
  id: 'clock',
  title,
  answer: `By ${inWords(clocks.value.decideBy)}, if it is valid on ${inWords(clocks.value.clock.validOn)}`,
  steps: clocks.steps,
})

export const publicityPart = ({ publicity }: Course, title: string): Part => ({
  id: 'publicity',
  title,
  answer: noticesAnswer(publicity.value),
  steps: publicity.steps,
})

const noticesAnswer = ({ site, neighbours, press, days }: Publicity): string => {
  if (days === 0) return 'No notices are needed'
  const ways = [
    ...(site === 'must' ? ['a notice at the site'] : []),
    ...(site === 'or' && neighbours === 'or' ? ['a notice at the site or letters to neighbours'] : []),
    ...(neighbours === 'must' ? ['letters to neighbours'] : []),
    ...(neighbours === 'adjoining' ? ['letters to adjoining premises'] : []),
    ...(press ? ['a notice in a newspaper'] : []),
  ]
  const said = ways.length === 1 ? (ways[0] ?? '') : `${ways.slice(0, -1).join(', ')} and ${ways.at(-1)}`
  return `${capital(said)}, for ${days} days`
}

// What an appeal would rest on, where it is what is sent now.
export const appealPart = ({ facts }: Course, made: Day): readonly Part[] => {
  const step = appealRests(facts, made)
  return step === undefined
    ? []
    : [
        {
          id: 'appeal',
          title: 'If you disagree with our decision',
          answer: 'You can appeal, but most appeals rest on what you send us now',
          lines: [
            'You cannot add documents or reasons when you appeal. Send everything that you want to be looked at.',
          ],
          steps: [step],
        },
      ]
}

export const delegationPart = ({ delegation }: Course, title: string): Part => ({
  id: 'delegation',
  title,
  answer: deciderOf(delegation.value),
  steps: delegation.steps,
})

const deciderOf = (found: Course['delegation']['value']): string => {
  if (found.is === 'local') return 'As the council’s own scheme says'
  if (found.is === 'officer-to-say') return 'An officer must say what kind of permission it changes'
  return found.tier === 1 ? 'An officer' : 'An officer, unless it is agreed that a committee should'
}

// One step for each thing found, as it stands.
export const checkSteps = (check: Check): readonly RuleStep[] =>
  check.words.map((words) =>
    stepIn(
      {
        rule: check.id,
        words: `${check.title}. ${words}`,
        used: check.used,
        source: check.source,
        ...(check.confirm === undefined ? {} : { confirm: check.confirm }),
      },
      'validation-2026',
    ),
  )
