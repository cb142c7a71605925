// What a resident is told before sending: the rooms they may need, what may stand in their way and where to change it, the documents to send.
// "Likely" and never a decision.

import type { Day } from '#domain/day.ts'
import type { Lookup } from '#domain/forms/condition.ts'
import type { Assessment, Part, Read } from '#domain/rules/assessment.ts'
import type { RuleStep } from '#domain/rules/trace.ts'
import { linesOf } from '../evidence/documents-needed.ts'
import { type Assessed, assess } from './assess.ts'
import { bedroomsIn } from './bedrooms/need-words.ts'
import { distinctReads } from './ground/used.ts'
import { missingEvidence } from './missing-evidence.ts'
import { housingPackOn } from './packs/housing-packs.ts'
import { connectionReads } from './qualification/connection.ts'
import { stepsOf } from './qualification/qualification.ts'
import { ruleReads } from './reads.ts'

export const housingAdvice = (answers: Lookup, today: Day): Assessment => {
  const pack = housingPackOn(today)
  const found = assess(answers, { today, pack })
  return {
    on: today,
    pack: found.pack,
    under: pack.source.words,
    parts: [joining(found), ...lower(found), bedrooms(found), ...room(found), documents(found, answers)],
  }
}

const joining = (found: Assessed): Part => {
  const { eligibility, qualification } = found
  const against = [...(eligibility.value.result === 'INELIGIBLE' ? eligibility.steps : []), ...findings(found)]
  const unsure = eligibility.value.result === 'REFER' || qualification.value.result === 'REFER'
  const part = { id: 'joining', title: 'Joining the register' }
  if (against.length > 0)
    return {
      ...part,
      answer: 'From your answers, you may not be able to join',
      adverse: true,
      rests: distinctReads(against.flatMap(restsOf)),
      steps: against,
    }
  const steps = [...eligibility.steps, ...qualification.steps]
  return unsure
    ? { ...part, answer: 'An officer needs to look at some of your answers', steps }
    : { ...part, answer: 'From your answers, you are likely to be able to join', steps }
}

// The answers that a reason against the applicant rests on, so that they can be put right.
const restsOf = ({ rule }: RuleStep): readonly Read[] => {
  if (rule === 'LC') return Object.values(connectionReads).flat()
  return ruleReads[rule.startsWith('E') ? 'G1' : rule] ?? []
}

// The reasons that would shut the household out.
const findings = ({ qualification }: Assessed): readonly RuleStep[] => {
  const reasons = stepsOf(qualification, 'not-qualifying')
  const unconnected = reasons.some(({ rule }) => rule === 'LC')
  return unconnected ? [...qualification.steps.filter(({ rule }) => rule.startsWith('LC1')), ...reasons] : reasons
}

const lower = ({ qualification }: Assessed): readonly Part[] => {
  const steps = stepsOf(qualification, 'reduce')
  if (steps.length === 0) return []
  const answer = 'From your answers, your priority may be lower'
  const rests = distinctReads(steps.flatMap(restsOf))
  return [{ id: 'lower', title: 'Your priority on the register', answer, adverse: true, rests, steps }]
}

const bedrooms = ({ need }: Assessed): Part => {
  const { rooms, ifAgreed } = need.value
  const more = ifAgreed > rooms ? `, or ${ifAgreed} if an officer agrees to what you asked for` : ''
  return { id: 'bedrooms', title: 'Bedrooms you may need', answer: `${bedroomsIn(rooms)}${more}`, steps: need.steps }
}

const room = ({ space, statutory }: Assessed): readonly Part[] => {
  const { available, lacking } = space.value
  if (available === undefined) return []
  const steps = [...space.steps, ...(statutory?.steps ?? [])]
  const answer =
    lacking > 0
      ? `Your home may be ${bedroomsIn(lacking)} short of what you need`
      : 'Your home has the bedrooms you need'
  return [{ id: 'room', title: 'Room in your home now', answer, steps }]
}

const documents = (found: Assessed, answers: Lookup): Part => {
  const missing = missingEvidence(found.evidence.value, answers)
  const part = { id: 'documents', title: 'Documents', steps: found.evidence.steps }
  return missing.length === 0
    ? { ...part, answer: 'You have sent a document of every kind that we ask for' }
    : { ...part, answer: 'We will need these. You can send them after you apply.', lines: linesOf(missing) }
}
