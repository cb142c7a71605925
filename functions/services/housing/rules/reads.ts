// Which questions each rule reads. Tables say it themselves, through their conditions; rules that calculate declare it. Tests hold both
// against the form: no rule reads a question that no form asks, and nothing is read that is not declared here.

import type { Read } from '#domain/rules/assessment.ts'
import { evidencePack } from '../evidence/list.ts'
import { additionalRows, preferenceRows } from './banding/preference.ts'
import { eligibilityRows } from './eligibility/eligibility-table.ts'
import {
  capitalReads,
  here,
  homelessnessReads,
  householdReads,
  incomeReads,
  livingThereReads,
  peopleReads,
  rentReads,
  roomsReads,
  statutoryReads,
} from './ground/fact-reads.ts'
import { distinctReads, readsOf } from './ground/used.ts'
import { housingPacks } from './packs/housing-packs.ts'
import { connectionReads } from './qualification/connection.ts'
import { exemptionRows } from './qualification/exemptions.ts'
import { taskRows } from './tasks.ts'

type Conditional = { readonly code: string; readonly when?: Parameters<typeof readsOf>[0] }

const fromTable = (rows: readonly Conditional[]): Readonly<Record<string, readonly Read[]>> => {
  const found: Record<string, readonly Read[]> = {}
  for (const row of rows)
    if (row.when !== undefined) found[row.code] = distinctReads([...(found[row.code] ?? []), ...readsOf(row.when)])
  return found
}

// A joint applicant is tested by the same rows as the applicant, among the people.
const eligibilityReads = distinctReads(
  [...eligibilityRows.flatMap((row) => readsOf(row.when)), ...here('leaveExpires')].flatMap(({ question }) => [
    ...here(question),
    ...peopleReads(question),
  ]),
)

// What a rule compares outside the tables: a National Insurance number or a date of birth with others on the register.
const duplicateReads = [...here('niNumber', 'dateOfBirth', 'firstName', 'lastName'), ...peopleReads('niNumber')]

export const ruleReads: Readonly<Record<string, readonly Read[]>> = {
  ...fromTable(evidencePack.rules),
  ...fromTable(housingPacks.flatMap((pack) => pack.findings)),
  ...fromTable(housingPacks.flatMap((pack) => pack.bandRules)),
  ...fromTable(exemptionRows),
  ...fromTable([...preferenceRows, ...additionalRows]),
  ...fromTable(taskRows),
  ...connectionReads,
  G1: [...eligibilityReads, ...peopleReads('jointApplicant')],
  BED: householdReads,
  LACK: [...roomsReads, ...livingThereReads, ...householdReads],
  'A-STAT': statutoryReads,
  'Q-MEANS': [...incomeReads, ...capitalReads],
  'Q-DUP': [...here('otherRegister'), ...duplicateReads],
  'A-HOM': here('dutyAccepted', 'dutyKind', 'dutyCouncil', 'dutyDate', 'homelessNow'),
  'C-AFF': [...rentReads, ...incomeReads],
  S199: homelessnessReads,
  // Which names the people and places have, in every reason.
  NAMES: [
    ...here('firstName', 'lastName'),
    ...peopleReads('firstName', 'lastName'),
    { question: 'townStayed', section: 'address-history' },
    { question: 'address', section: 'address-history' },
    { question: 'roomName', section: 'rooms' },
    { question: 'otherName', section: 'others-at-home' },
  ],
}
