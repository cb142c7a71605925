// What an officer sees beside the case: fee, validation list, certificate, clock, publicity, consultees and who decides, each with its reasons.
import type { Day } from '#domain/day.ts'
import type { Answers } from '#domain/forms/answered/answers.ts'
import type { Typed } from '#domain/forms/kind.ts'
import type { Assessment, Part } from '#domain/rules/assessment.ts'
import { unfinishedIn } from './advice.ts'
import { type Assessed, assess, type Course, packOf } from './assess.ts'
import { termOf } from './clock/term.ts'
import { delegationTasks } from './delegation/delegation.ts'
import { validOn } from './ground/made-on.ts'
import { typeStep } from './ground/type-step.ts'
import { checkSteps, clockPart, delegationPart, feePart, publicityPart, typePart } from './parts.ts'
import type { Check } from './validation/check.ts'

// The fee is that of the day on which it was first sent; it can be valid only when the last of what it needs has come, at `now`.
export const planningProposal = (answers: Answers, today: Day, sentAt: number, now: number): Assessment => {
  const valid = validOn([sentAt, now])
  const found = assess(answers, {
    now: sentAt,
    unfinished: unfinishedIn(answers),
    ...(valid === undefined ? {} : { valid: valid.value }),
  })
  return {
    on: today,
    pack: packOf(found),
    parts: [
      feePart(found),
      validationPart(found),
      ...(found.type === undefined ? [] : [typePart(found.type, typeStep(answers, found.type))]),
      ...certificateParts(found),
      ...courseParts(found),
      consulteesPart(found),
      ...netGainParts(found),
    ],
    leaves: found.checks.flatMap(({ title, person }) => (person === undefined ? [] : [`${title}: ${person}`])),
    proposes: { action: 'validate', typed: dateTyped('validOn', valid?.value ?? found.made.value) },
    ...(found.course === undefined ? {} : { term: termOf(found.course.facts) }),
  }
}

const dateTyped = (id: string, day: Day): Typed => {
  const [year = '', month = '', date = ''] = day.split('-')
  return { [`${id}-day`]: [String(Number(date))], [`${id}-month`]: [String(Number(month))], [`${id}-year`]: [year] }
}

// Every check in its order, with what only a person can see.
export const validationPart = ({ checks }: Assessed): Part => {
  const failing = checks.filter(({ ok }) => !ok).length
  return {
    id: 'validation',
    title: 'Validation list',
    answer: failing === 0 ? 'Nothing missing that software can see' : `${failing} of ${checks.length} not met`,
    lines: checks.map((check) => lineFor(`${check.id} ${check.title}: ${stateOf(check)}.`, check.person)),
    steps: checks.flatMap(checkSteps),
  }
}

const stateOf = ({ ok, toCheck }: Check): string => {
  if (!ok) return 'not met'
  return toCheck === true ? 'to check' : 'met'
}

const lineFor = (words: string, person: string | undefined): string =>
  person === undefined ? words : `${words} For you to check: ${person}`

export const certificateParts = ({ certificate }: Assessed): readonly Part[] =>
  certificate === undefined
    ? []
    : [
        {
          id: 'certificate',
          title: 'Ownership certificate',
          answer: `Certificate ${certificate.value.letter}`,
          lines: certificate.value.problems,
          steps: certificate.steps,
        },
      ]

export const courseParts = ({ course }: Assessed): readonly Part[] =>
  course === undefined ? [] : [clockPart(course, 'Decide by'), publicityPart(course, 'Publicity'), deciderPart(course)]

const deciderPart = (course: Course): Part => ({
  ...delegationPart(course, 'Who decides'),
  lines: delegationTasks(course.facts).map((task) => `For you to check: ${task}`),
})

export const consulteesPart = ({ consultees }: Assessed): Part => ({
  id: 'consultees',
  title: 'Consult',
  answer: consultees.value.length === 0 ? 'No one by these answers' : `${consultees.value.length} to consult`,
  lines: consultees.value.map(({ name, why }) => `${name}: ${why}`),
  steps: consultees.steps,
})

const netGainAnswers = {
  applies: 'Applies',
  exempt: 'Exempt',
  officer: 'For you to look at',
  'not-exempt': 'The reason given does not stand',
} as const

export const netGainParts = ({ netGain }: Assessed): readonly Part[] =>
  netGain === undefined
    ? []
    : [
        {
          id: 'net-gain',
          title: 'Biodiversity net gain',
          answer: netGainAnswers[netGain.value.is],
          steps: netGain.steps,
        },
      ]
