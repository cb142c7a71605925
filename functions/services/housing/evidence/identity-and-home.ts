// Proof of who people are, where they live and what connects them to the area.

import { all, answered, any, type Condition, includes, not, oneOf, saysNo, saysYes } from '#domain/forms/condition.ts'
import { council } from '#services/council.ts'
import { adult, child, fromElsewhere, livedInDorset, livesInRefuge, tenant } from '../ground/facts.ts'
import type { EvidenceRule } from './rule.ts'

const relies = (connection: string): Condition => answered('connections', includes(connection))

// A prison or a refuge gives nobody a bill, and the address of a refuge is told to nobody.
const cannotProveAddress = any(answered('livingSituation', oneOf('noFixedAbode', 'prison')), livesInRefuge)

export const identity: readonly EvidenceRule[] = [
  {
    code: 'ID_ADULT',
    of: 'person',
    when: adult,
    what: 'Proof of identity',
    alternatives: [
      'passport',
      'driving licence',
      'EU identity card',
      'bus pass with a photo',
      'letter or immigration status document from the Home Office',
      'full birth certificate',
      'citizenship card',
      'medical card',
    ],
    count: 2,
  },
  {
    code: 'ID_CHILD',
    of: 'person',
    when: child,
    what: 'Proof of identity, and that the child lives with you',
    alternatives: ['full birth certificate or passport', 'Child Benefit award or statement, or a letter from a school'],
    count: 2,
  },
  {
    code: 'NAME',
    of: 'person',
    when: answered('otherNames', saysYes),
    what: 'Proof of the change of name',
    alternatives: ['marriage or civil partnership certificate', 'decree absolute or final order', 'deed poll'],
    count: 1,
  },
  {
    code: 'IMM',
    of: 'applicant',
    when: fromElsewhere,
    what: 'Proof of immigration status',
    alternatives: ['share code', 'letter from the Home Office', 'biometric residence permit, or passport with a stamp'],
    count: 1,
  },
]

export const home: readonly EvidenceRule[] = [
  {
    code: 'ADDR_NOW',
    of: 'person',
    when: all(adult, not(answered('livesWithYou', saysNo)), not(cannotProveAddress)),
    what: 'Proof of address now',
    alternatives: [
      'tenancy agreement or rent book',
      'bank or credit card statement',
      'gas, electricity, water or phone bill',
      'Council Tax bill',
      'letter from the person you stay with, with proof of their address',
    ],
    count: 1,
    maxAgeDays: 92,
  },
  {
    code: 'ADDR_HIST',
    of: 'household',
    when: livedInDorset,
    what: `Proof that you have lived in the ${council.name} area`,
    alternatives: [
      'tenancy agreements',
      'Council Tax bills',
      'bank statements',
      'letters from a school, doctor or employer',
    ],
    count: 2,
  },
  {
    code: 'TEN',
    of: 'household',
    when: tenant,
    what: 'Your tenancy agreement',
    alternatives: ['tenancy agreement', 'letter from your landlord'],
    count: 1,
  },
  {
    code: 'NOTICE',
    of: 'household',
    when: answered('toldToLeave', saysYes),
    what: 'What you were given that tells you to leave',
    alternatives: [
      'notice from the landlord, such as a section 8 notice',
      'notice to quit',
      'court order',
      'letter from the person you live with',
    ],
    count: 1,
  },
  {
    code: 'DISREPAIR',
    of: 'household',
    when: answered('inspected', saysYes),
    what: 'Environmental Health report on the home',
    alternatives: ['inspection report'],
    count: 1,
    internal: true,
  },
]

export const connection: readonly EvidenceRule[] = [
  {
    code: 'LC_FAM',
    of: 'household',
    when: relies('family'),
    what: 'Proof that your family member has lived here for 5 years',
    alternatives: ['their Council Tax bills', 'their tenancy agreement', 'their bank statements or household bills'],
    count: 2,
  },
  {
    code: 'LC_WORK',
    of: 'household',
    when: relies('work'),
    what: 'Proof of work in the area',
    alternatives: ['contract of employment and last 3 payslips', 'self-employed accounts and tax return'],
    count: 1,
    maxAgeDays: 92,
  },
  {
    code: 'LC_OFFER',
    of: 'household',
    when: relies('jobOffer'),
    what: 'Proof of the job offer',
    alternatives: ['letter with the hours, the place of work and the start date'],
    count: 1,
  },
  {
    code: 'FORCES',
    of: 'household',
    when: relies('forces'),
    what: 'Proof of service in the armed forces',
    alternatives: ['discharge papers', 'service or veteran card', 'letter from the Ministry of Defence'],
    count: 1,
  },
  {
    code: 'CARE',
    of: 'household',
    when: relies('careLeaver'),
    what: 'Proof of being a care leaver',
    alternatives: ['letter from a leaving care worker, personal adviser or social worker'],
    count: 1,
  },
]
