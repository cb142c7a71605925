// Proof of income and savings, and of health and other needs.
import { all, answered, includes, not, oneOf } from '#domain/forms/condition.ts'
import { adult, domesticAbuse, healthNeed, overnightCarer, pregnant, retired, working } from '../ground/facts.ts'
import type { EvidenceRule } from './rule.ts'

export const moneyEvidence: readonly EvidenceRule[] = [
  {
    code: 'INCOME',
    of: 'person',
    when: working,
    what: 'Proof of pay',
    alternatives: ['last 3 monthly payslips', 'last 5 weekly payslips', 'tax calculation (SA302) and accounts', 'P60'],
    count: 1,
    maxAgeDays: 92,
  },
  {
    code: 'BENEFITS',
    of: 'person',
    when: all(adult, answered('benefits', { test: 'given' }), not(answered('benefits', includes('none')))),
    what: 'Proof of benefits',
    alternatives: ['award letter', 'statement from the Universal Credit account'],
    count: 1,
    maxAgeDays: 92,
  },
  {
    code: 'SAVINGS',
    of: 'person',
    when: adult,
    what: 'Statements for the last 3 months of every account',
    alternatives: ['bank, building society and savings statements'],
    count: 1,
    maxAgeDays: 92,
  },
  {
    code: 'PENSION',
    of: 'person',
    when: retired,
    what: 'Proof of pensions',
    alternatives: ['pension statement', 'letter from the Pension Service'],
    count: 1,
  },
]

export const needs: readonly EvidenceRule[] = [
  {
    code: 'MED',
    of: 'person',
    when: healthNeed,
    what: 'Proof of health needs',
    alternatives: [
      'letter from a GP, consultant or occupational therapist',
      'PIP, DLA or Attendance Allowance award letter',
    ],
    count: 1,
    maxAgeDays: 365,
  },
  {
    code: 'CARER',
    of: 'person',
    when: overnightCarer,
    what: 'Proof of care at night',
    alternatives: ['letter from social care or an occupational therapist'],
    count: 1,
    maxAgeDays: 365,
  },
  {
    code: 'PREG',
    of: 'person',
    when: pregnant,
    what: 'Proof of pregnancy',
    alternatives: ['maternity certificate (MATB1)', 'letter from a midwife'],
    count: 1,
  },
  {
    code: 'FOSTER',
    of: 'household',
    when: answered('fostering', oneOf('foster', 'adopt', 'kinship')),
    what: 'Proof of approval to foster, adopt or look after a child',
    alternatives: ['approval letter', 'court order'],
    count: 1,
  },
  {
    code: 'DA',
    of: 'household',
    when: domesticAbuse,
    what: 'A letter about the abuse, only if it is safe and you want to',
    alternatives: ['letter from a refuge, adviser, doctor or the police'],
    count: 1,
    optional: true,
  },
]
