// Which ownership certificate an application needs, and whether its notices stand
// (docs/rules/planning.md, "Ownership certificates"; Development Management
// Procedure Order 2015, articles 13 and 14). The form's pages and this rule read the same conditions.
import { type Day, daysBetween, inWords } from '#domain/day.ts'
import {
  all,
  answered,
  any,
  type Condition,
  equals,
  holds,
  includes,
  includesAny,
  type Lookup,
  oneOf,
  questionsOf,
  saysNo,
  saysYes,
} from '#domain/forms/condition.ts'
import type { Read } from '#domain/rules/assessment.ts'
import { householder } from './proposal-kind.ts'

export type CertificateLetter = 'A' | 'B' | 'C' | 'D'

export type Certificate = {
  readonly letter: CertificateLetter
  readonly reasons: readonly string[]
  // The form of notice to serve: a householder notice or notice 1; notice 2 goes in a newspaper.
  readonly serve?: 'householder notice' | 'notice 1'
  readonly publish: boolean
  readonly notices: readonly Notice[]
  // What does not stand yet, in words for the applicant. Empty when the certificate can be signed.
  readonly problems: readonly string[]
}

export type Notice = { readonly name: string; readonly tenant: boolean; readonly on?: Day }

type Rules = { readonly from: Day; readonly noticeDays: number; readonly leaseYears: number }
// An owner is a freeholder, or has a lease with 7 years or more to run (Town and Country Planning Act 1990, section 65(8)).
const order2015: Rules = { from: '2015-04-15', noticeDays: 21, leaseYears: 7 }
export const certificateRules: readonly Rules[] = [order2015]
// What the form asks of dates today; `certificate` applies the rules of the day of the application.
export const noticeDays = order2015.noticeDays

const ownsAll = any(
  answered('interest', equals('ownerSole')),
  all(answered('interest', equals('ownerCo')), answered('ownersApply', saysYes)),
)
export const mayHaveOtherOwners = ownsAll
const someoneElseOwns = any(
  answered('interest', oneOf('lessee', 'occupier', 'other')),
  all(answered('interest', equals('ownerCo')), answered('ownersApply', saysNo)),
  all(ownsAll, answered('otherOwners', includesAny('leaseholder', 'neighbour', 'way', 'else'))),
)
const tenants = answered('agriculturalTenants', equals('yes'))

export const notCertificateA = any(someoneElseOwns, tenants)
export const certificateIs: Readonly<Record<CertificateLetter, Condition>> = {
  A: all(
    ownsAll,
    answered('otherOwners', includes('none')),
    answered('agriculturalTenants', oneOf('no', 'onlyApplicant')),
  ),
  B: all(notCertificateA, answered('ownersKnown', equals('all'))),
  C: all(notCertificateA, answered('ownersKnown', equals('some'))),
  D: all(notCertificateA, answered('ownersKnown', equals('none'))),
}
export const servesNotice = any(certificateIs.B, certificateIs.C)
export const publishesNotice = any(certificateIs.C, certificateIs.D)

// Undefined until the questions about ownership are answered. `on`: the day that the application is made.
export const certificate = (lookup: Lookup, on: Day = lookup.today): Certificate | undefined => {
  const letter = letters.find((one) => holds(certificateIs[one], lookup))
  if (letter === undefined) return undefined
  const serves = letter === 'B' || letter === 'C'
  const publish = letter === 'C' || letter === 'D'
  const notices = serves ? lookup.items('owners').map(noticeTo) : []
  return {
    letter,
    reasons: certificateReasons(lookup).map(({ why }) => why),
    ...(serves ? { serve: holds(householder, lookup) ? 'householder notice' : 'notice 1' } : {}),
    publish,
    notices,
    problems: [
      ...(serves ? servingProblems(notices, holds(tenants, lookup), on) : []),
      ...(publish ? publishingProblems(lookup, on) : []),
    ],
  }
}

type ReasonRule = { readonly when: Condition; readonly why: string }

export const certificateReasons = (lookup: Lookup): readonly ReasonRule[] =>
  reasonRules.filter(({ when }) => holds(when, lookup))

// A notice counts when it was given on the day of the application or in the days before it that the Order allows.
export const noticeProblem = (given: Day | undefined, on: Day, to: string): string | undefined => {
  if (given === undefined) return `Enter the date that you gave notice to ${to}`
  const days = daysBetween(given, on)
  const most = rulesOn(on).noticeDays
  if (days < 0) return `The notice to ${to} must be given before you apply`
  if (days <= most) return undefined
  return `The notice to ${to} must be dated no more than ${most} days before you apply. It is dated ${inWords(given)}`
}

const letters: readonly CertificateLetter[] = ['A', 'B', 'C', 'D']

const rulesOn = (on: Day): Rules => certificateRules.findLast((rules) => rules.from <= on) ?? order2015

const noticeTo = (owner: Lookup): Notice => {
  const name = owner.answer('ownerName')
  const on = owner.answer('noticeDate')
  return {
    name: typeof name === 'string' ? name : 'an owner',
    tenant: owner.answer('ownerKind') === 'tenant',
    ...(typeof on === 'string' ? { on } : {}),
  }
}

const servingProblems = (notices: readonly Notice[], hasTenants: boolean, on: Day): readonly string[] => [
  ...(notices.length === 0 ? ['Add everyone that you must give notice to'] : []),
  ...(hasTenants && !notices.some((notice) => notice.tenant) ? ['Add each agricultural tenant'] : []),
  ...notices.flatMap((notice) => noticeProblem(notice.on, on, notice.name) ?? []),
]

const publishingProblems = (lookup: Lookup, on: Day): readonly string[] => {
  const published = lookup.answer('newspaperDate')
  return [noticeProblem(typeof published === 'string' ? published : undefined, on, 'unknown owners')].flatMap(
    (problem) => problem ?? [],
  )
}

const says = (value: string) => answered('otherOwners', includes(value))
const reasonRules: readonly ReasonRule[] = [
  { when: certificateIs.A, why: 'The applicant owns all of the land, and there is no agricultural tenant to tell.' },
  {
    when: all(answered('interest', equals('ownerCo')), answered('ownersApply', saysNo)),
    why: 'Someone else owns the land with the applicant.',
  },
  {
    when: all(answered('interest', equals('lessee')), answered('homeKind', equals('flat'))),
    why: 'A flat on a lease always has another owner: the freeholder of the building.',
  },
  {
    when: all(answered('interest', equals('lessee')), answered('leaseSevenYears', saysYes)),
    why: 'The applicant has a lease with 7 years or more to run. The freeholder owns the land too.',
  },
  {
    when: all(answered('interest', equals('lessee')), answered('leaseSevenYears', saysNo)),
    why: 'A lease with less than 7 years to run is not ownership. Someone else owns the land.',
  },
  { when: answered('interest', oneOf('occupier', 'other')), why: 'Someone else owns the land.' },
  { when: all(ownsAll, says('leaseholder')), why: 'Someone has a lease with 7 years or more to run.' },
  { when: all(ownsAll, says('neighbour')), why: 'The work goes over or under land that a neighbour owns.' },
  { when: all(ownsAll, says('way')), why: 'Someone else owns the road or path to the site.' },
  { when: all(ownsAll, says('else')), why: 'Someone else owns part of the land.' },
  { when: tenants, why: 'Part of the land is an agricultural holding with a tenant.' },
  { when: certificateIs.B, why: 'The applicant knows everyone who must be told.' },
  { when: certificateIs.C, why: 'The applicant knows some of the people who must be told, but not all.' },
  { when: certificateIs.D, why: 'The applicant does not know anyone who must be told.' },
]

// What decides it, and what its notices rest on.
export const certificateReads: readonly Read[] = [
  ...[
    ...new Set(
      [...Object.values(certificateIs), ...reasonRules.map(({ when }) => when)]
        .flatMap(questionsOf)
        .map(({ question }) => question),
    ),
    'newspaperDate',
  ].map((question) => ({ question })),
  ...['ownerKind', 'ownerName', 'noticeDate'].map((question) => ({ question, section: 'owners' })),
]
