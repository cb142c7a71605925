// What lowers or pauses a priority (docs/rules/housing.md, "Reductions"). Each is an officer's decision; none of them is automatic.
import { policy2021, unpublished } from '../ground/sources.ts'
import type { Reduction } from './housing-pack.ts'

const confirm = 'council to confirm'

export const reductions: readonly Reduction[] = [
  {
    code: 'R-WORSE',
    words: 'The household made its housing worse to gain priority: it keeps the band that it had before.',
    source: policy2021,
    takes: 'all',
    confirm,
  },
  {
    code: 'R-NOBID',
    words: 'The household owed the main duty does not bid for suitable homes: it goes to medium need.',
    source: policy2021,
    takes: ['A-HOM'],
    leaves: 'C',
  },
  {
    code: 'R-IH',
    words: 'The household was found intentionally homeless in the last 2 years: it has medium need at most.',
    source: unpublished,
    takes: ['A-HOM', 'B-REL', 'B-REL-NLC'],
    leaves: 'C',
    confirm,
  },
  {
    code: 'R-REFUSED',
    words: 'The household refused suitable offers: it may not bid for 12 months.',
    source: unpublished,
    takes: [],
    suspendsMonths: 12,
    confirm,
  },
]
