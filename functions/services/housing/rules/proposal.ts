// What the officer sees beside the case: every result with its reasons, what is left to a person, and the band that "Propose a band" starts from.

import { evidenceLine } from '#domain/cases/evidence.ts'
import { type Day, inWords } from '#domain/day.ts'
import type { Lookup } from '#domain/forms/condition.ts'
import type { Typed } from '#domain/forms/kind.ts'
import type { Assessment, Part } from '#domain/rules/assessment.ts'
import { type Assessed, assess, type Known } from './assess.ts'
import { bedroomsIn } from './bedrooms/need-words.ts'
import { missingEvidence } from './missing-evidence.ts'
import type { HousingPack } from './packs/housing-pack.ts'
import { housingPackOn } from './packs/housing-packs.ts'
import { stepsOf } from './qualification/qualification.ts'

// What officers have decided so far, where the household stands, and when the application was first sent.
export type Decided = Omit<Known, 'today' | 'pack'>

export const housingProposal = (answers: Lookup, today: Day, decided: Decided = {}): Assessment => {
  const pack = housingPackOn(today)
  const found = assess(answers, { ...decided, today, pack })
  return {
    on: today,
    pack: found.pack,
    under: pack.source.words,
    parts: [
      bandPart(found, pack),
      datePart(found),
      needPart(found),
      ...spaceParts(found),
      eligibilityPart(found),
      qualificationPart(found),
      ...lowerParts(found),
      preferencePart(found),
      judgementsPart(found),
      tasksPart(found),
      evidencePart(found, answers),
    ],
    leaves: leavesOf(found),
    proposes: { action: 'assess', typed: proposedTyped(found) },
  }
}

// Each once: a rule can say the same of two people.
const leavesOf = ({ tasks, judgements }: Assessed): readonly string[] => [
  ...new Set([...tasks, ...judgements].map(({ words }) => words)),
]

const bandPart = ({ banding, priority }: Assessed, pack: HousingPack): Part => {
  const band = pack.bands.find((one) => one.id === priority.value.band)
  const codes = banding.value.codes.map(
    ({ code, officerConfirms }) => `${code}${officerConfirms ? ', for you to confirm' : ''}`,
  )
  return {
    id: 'band',
    title: 'Proposed band',
    answer: `${band?.label ?? priority.value.band}`,
    lines: codes,
    steps: [...banding.steps, ...priority.steps],
  }
}

const datePart = ({ placing }: Assessed): Part => ({
  id: 'date',
  title: 'Effective date',
  answer: inWords(placing.value.placings.at(-1)?.effectiveDate ?? placing.value.registered),
  steps: placing.steps,
})

const needPart = ({ need }: Assessed): Part => ({
  id: 'bedrooms',
  title: 'Bedrooms needed',
  answer: `${bedroomsIn(need.value.rooms)}${need.value.ifAgreed > need.value.rooms ? `, or ${need.value.ifAgreed} if you agree to what was asked for` : ''}`,
  steps: need.steps,
})

const spaceParts = ({ space, statutory }: Assessed): readonly Part[] => [
  ...(space.value.available === undefined
    ? []
    : [
        {
          id: 'room',
          title: 'Room in the home now',
          answer: `Lacks ${bedroomsIn(space.value.lacking)}, has ${space.value.spare} to spare`,
          steps: space.steps,
        },
      ]),
  ...(statutory === undefined
    ? []
    : [
        {
          id: 'statutory',
          title: 'Overcrowding in law',
          answer: statutory.value.overcrowded ? 'Overcrowded' : 'Not overcrowded on what is known',
          steps: statutory.steps,
        },
      ]),
]

const eligibilityPart = ({ eligibility }: Assessed): Part => ({
  id: 'eligibility',
  title: 'Eligibility',
  answer: { ELIGIBLE: 'Eligible', INELIGIBLE: 'Not eligible, for you to confirm', REFER: 'For you to check' }[
    eligibility.value.result
  ],
  adverse: eligibility.value.result === 'INELIGIBLE',
  steps: eligibility.steps,
})

const qualificationPart = ({ qualification }: Assessed): Part => ({
  id: 'qualification',
  title: 'Qualification',
  answer: {
    QUALIFIES: 'Qualifies',
    REFER: 'For you to decide',
    PROVISIONAL_NOT_QUALIFYING: 'Would not qualify, for you to confirm',
  }[qualification.value.result],
  adverse: qualification.value.result === 'PROVISIONAL_NOT_QUALIFYING',
  steps: qualification.steps,
})

// What would lower the priority, if an officer decides so; the proposed band does not count it before.
const lowerParts = ({ qualification }: Assessed): readonly Part[] => {
  const steps = stepsOf(qualification, 'reduce')
  const answer = 'May be lower, for you to decide'
  return steps.length === 0 ? [] : [{ id: 'lower', title: 'Priority', answer, adverse: true, steps }]
}

const preferencePart = ({ preference, additional }: Assessed): Part => ({
  id: 'preference',
  title: 'Reasonable preference',
  answer: `${preference.value.length === 0 ? 'No group' : `${preference.value.length} of 5 groups`}${additional.value.length === 0 ? '' : ', with additional preference'}`,
  steps: [...preference.steps, ...additional.steps],
})

const judgementsPart = ({ judgements }: Assessed): Part => ({
  id: 'judgements',
  title: 'For you to weigh',
  answer: judgements.length === 0 ? 'Nothing' : `${judgements.length} to consider`,
  steps: judgements,
})

const tasksPart = ({ tasks }: Assessed): Part => ({
  id: 'tasks',
  title: 'To do',
  answer: tasks.length === 0 ? 'Nothing' : `${tasks.length} to do`,
  steps: tasks,
})

const evidencePart = ({ evidence }: Assessed, answers: Lookup): Part => {
  const missing = missingEvidence(evidence.value, answers)
  return {
    id: 'evidence',
    title: 'Evidence',
    answer: missing.length === 0 ? 'A document of every kind was sent' : `${missing.length} not sent yet`,
    lines: missing.map(evidenceLine),
    steps: evidence.steps,
  }
}

// As it would be typed: the officer's page shows it filled in.
const proposedTyped = ({ banding, priority, need, placing }: Assessed): Typed => {
  const [year = '', month = '', day = ''] = (placing.value.placings.at(-1)?.effectiveDate ?? '').split('-')
  return {
    band: [priority.value.band],
    bedrooms: [String(need.value.rooms)],
    'effectiveDate-day': [String(Number(day))],
    'effectiveDate-month': [String(Number(month))],
    'effectiveDate-year': [year],
    reason: [reasonFrom(banding.steps, banding.value.codes)],
  }
}

const reasonFrom = (steps: Assessed['banding']['steps'], codes: Assessed['banding']['value']['codes']): string =>
  codes.flatMap(({ code }) => steps.find((step) => step.rule === code)?.words ?? []).join(' ')
