// What we hold for the CORE lettings log: how long a household has been on the register, and why it was given
// reasonable preference (CORE 2026-27, communitiesuk/submit-social-housing-lettings-and-sales-data). The council confirms the codes. [K]
import { addYears, type Day } from '#domain/day.ts'

// Codes: 13 not on the register, 2 under a year, 7 one to two, 8 two to three, 9 three to four, 10 four
// to five, 11 five to ten, 12 ten or more.
export const waitYear = (joined: Day | undefined, letOn: Day): number => {
  if (joined === undefined) return 13
  return steps.find(({ years }) => letOn >= addYears(joined, years))?.code ?? 2
}

const steps = [
  { years: 10, code: 12 },
  { years: 5, code: 11 },
  { years: 4, code: 10 },
  { years: 3, code: 9 },
  { years: 2, code: 8 },
  { years: 1, code: 7 },
] as const

// The groups of section 166A(3) of the Housing Act 1996, (a) to (e).
export const preferenceGroups = ['homeless', 'duty', 'conditions', 'medical-welfare', 'hardship'] as const
export type PreferredGroup = (typeof preferenceGroups)[number]

export type CoreField = { readonly field: string; readonly asks: string; readonly code: number; readonly words: string }

// `groups`: undefined where nobody worked them out.
export const preferenceFields = (groups: readonly PreferredGroup[] | undefined): readonly CoreField[] => {
  const code = groups === undefined ? 3 : groups.length > 0 ? 1 : 2
  return [
    {
      ...{ field: 'reasonpref', asks: 'Was the household given reasonable preference?', code },
      words: preferenceWords[code],
    },
    ...(code === 1 ? reasons.map((reason) => reasonField(reason, groups ?? [])) : []),
  ]
}

const preferenceWords = { 1: 'Yes', 2: 'No', 3: 'Do not know' } as const

const reasonField = ({ field, asks, of }: Reason, groups: readonly PreferredGroup[]): CoreField => {
  const is = of.some((group) => groups.includes(group))
  return { field, asks, code: is ? 1 : 0, words: is ? 'Yes' : 'No' }
}

type Reason = { readonly field: string; readonly asks: string; readonly of: readonly PreferredGroup[] }

const reasons: readonly Reason[] = [
  { field: 'rp_homeless', asks: 'Homeless, or about to lose their home', of: ['homeless', 'duty'] },
  { field: 'rp_insan_unsat', asks: 'Insanitary, overcrowded or unsatisfactory home', of: ['conditions'] },
  { field: 'rp_medwel', asks: 'Medical or welfare reasons', of: ['medical-welfare'] },
  { field: 'rp_hardship', asks: 'To avoid hardship', of: ['hardship'] },
]

// What the log asks of the letting and not of the household: we do not know it, and never guess it. `known`: what may help whoever does.
export type CoreToFill = { readonly field: string; readonly asks: string; readonly known: string }

export const fieldsToFill = (
  joined: Day | undefined,
  groups: readonly PreferredGroup[] | undefined,
): readonly CoreToFill[] => [
  {
    ...{ field: 'referral_type', asks: 'How was the household referred to this letting?' },
    known:
      joined === undefined
        ? 'The household is not on the council’s register.'
        : 'The household is on the council’s register: 2, if the home was let from it.',
  },
  {
    ...{ field: 'cbl, cap, chr, accessible_register', asks: 'How was this letting allocated?' },
    known: 'An application does not say whether this home was advertised for bids.',
  },
  {
    ...{ field: 'homeless', asks: 'Was the household homeless immediately before this letting?' },
    known: homelessKnown(groups),
  },
]

const homelessKnown = (groups: readonly PreferredGroup[] | undefined): string => {
  if (groups === undefined) return 'The rules worked nothing out.'
  const found = groups.includes('homeless') || groups.includes('duty')
  return found
    ? 'The application says that it was, or that a council owes it a duty: 11, if that held until the letting.'
    : 'The application says nothing of it: 1, if nothing changed until the letting.'
}
