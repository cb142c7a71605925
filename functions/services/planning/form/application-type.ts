// Which application the type finder's answers make: a national code (digital-planning-data-schemas, ApplicationTypes) with the path as its reasons.
// The first rule that holds decides, so the order is part of the rule.
import {
  all,
  answered,
  type Condition,
  equals,
  holds,
  type Lookup,
  not,
  oneOf,
  questionsOf,
} from '#domain/forms/condition.ts'
import type { Question } from '#domain/forms/question.ts'
import type { ApplicationCode } from '../ground/application-code.ts'
import { full, householder, insideOnly, listedBuilding, major, notStarted, outline } from '../ground/proposal-kind.ts'
import { type } from './type.ts'

export type ApplicationType = {
  readonly code: ApplicationCode
  readonly name: string
  // This form is the right one for it.
  readonly online: boolean
  // Work or use that has begun: section 73A of the Town and Country Planning Act 1990.
  readonly retrospective: boolean
  readonly major: boolean
  // The answers that led here, in the order that they were asked.
  readonly reasons: readonly Reason[]
}

export type Reason = { readonly question: string; readonly answer: string }

// Undefined until enough has been answered.
export const applicationType = (lookup: Lookup): ApplicationType | undefined => {
  const found = rules.find((rule) => holds(rule.when, lookup))
  if (found === undefined) return undefined
  return {
    code: found.code,
    name: found.name,
    online: found.online === true,
    retrospective: holds(answered('started', oneOf('started', 'finished')), lookup),
    major: holds(major, lookup),
    reasons: reasons(lookup),
  }
}

type Rule = {
  readonly code: ApplicationCode
  readonly name: string
  readonly online?: boolean
  readonly when: Condition
}

const permission = answered('decision', oneOf('permission', 'notSure'))
const allNow = all(permission, not(answered('detail', oneOf('outline', 'principle'))))
const changing = (...ways: readonly string[]) => answered('permissionChange', oneOf(...ways))
const seeking = (decision: string) => answered('decision', equals(decision))

const rules: readonly Rule[] = [
  { code: 'advertConsent', name: 'Advertisement consent', when: answered('whatWork', equals('sign')) },
  { code: 'wtt.consent', name: 'Works to protected trees', when: answered('treeWork', equals('order')) },
  { code: 'wtt.notice', name: 'Notice of works to trees', when: answered('treeWork', equals('area')) },
  { code: 'hedgerowRemovalNotice', name: 'Hedgerow removal notice', when: answered('treeWork', equals('hedge')) },
  { code: 'approval.conditions', name: 'Discharge of conditions', when: changing('discharge') },
  { code: 'amendment.minorMaterial', name: 'Change or removal of a condition', when: changing('vary') },
  { code: 'amendment.nonMaterial', name: 'Non-material amendment', when: changing('small') },
  { code: 'approval.reservedMatters', name: 'Reserved matters', when: changing('reserved') },
  { code: 'ldc.breachOfCondition', name: 'Lawful development certificate (condition)', when: changing('breach') },
  {
    code: 'pp.full.major',
    name: 'Full planning permission (minerals or waste)',
    when: answered('whatWork', equals('minerals')),
  },
  { code: 'listed', name: 'Listed building consent', when: insideOnly },
  { code: 'ldc.proposed', name: 'Lawful development certificate (proposed)', when: all(seeking('lawful'), notStarted) },
  { code: 'ldc.existing', name: 'Lawful development certificate (existing)', when: seeking('lawful') },
  {
    code: 'pa.part1.classA',
    name: 'Prior approval: larger home extension',
    when: all(seeking('priorApproval'), householder),
  },
  { code: 'pa.part3.classMA', name: 'Prior approval: change to homes', when: seeking('priorApproval') },
  { code: 'pp.pip', name: 'Permission in principle', when: answered('detail', equals('principle')) },
  {
    code: 'pp.outline.major',
    name: 'Outline permission (major)',
    online: true,
    when: all(outline, major),
  },
  { code: 'pp.outline.minor', name: 'Outline permission', online: true, when: outline },
  {
    code: 'pp.full.householder.listed',
    name: 'Householder planning permission and listed building consent',
    online: true,
    when: all(permission, householder, listedBuilding),
  },
  {
    code: 'pp.full.householder.retro',
    name: 'Householder planning permission for work already started',
    online: true,
    when: all(permission, householder, not(notStarted)),
  },
  {
    code: 'pp.full.householder',
    name: 'Householder planning permission',
    online: true,
    when: all(permission, householder),
  },
  { code: 'pp.full.major', name: 'Full planning permission (major)', online: true, when: all(allNow, full, major) },
  {
    code: 'pp.full.minor.listed',
    name: 'Full planning permission and listed building consent',
    online: true,
    when: all(allNow, full, listedBuilding),
  },
  { code: 'pp.full.minor', name: 'Full planning permission', online: true, when: all(allNow, full) },
]

// The questions that decide it.
export const typeReads: readonly string[] = [
  ...new Set(
    [...rules.flatMap(({ when }) => questionsOf(when)), ...questionsOf(major)].map(({ question }) => question),
  ),
]

const reasons = (lookup: Lookup): readonly Reason[] =>
  type.pages
    .filter((page) => page.when === undefined || holds(page.when, lookup))
    .flatMap((page) =>
      Object.entries(page.questions).flatMap(([id, question]) => {
        const answer = inWords(question, lookup.answer(id))
        return answer === undefined ? [] : [{ question: page.title, answer }]
      }),
    )

const inWords = (question: Question, answer: unknown): string | undefined => {
  if (typeof answer === 'number') return String(answer)
  if (typeof answer !== 'string') return undefined
  if (question.kind === 'choice') return question.options[answer]?.label
  return answer === 'yes' ? 'Yes' : 'No'
}
