// The two schedules of the national scheme of delegation, as rows. The first row that holds decides.
import { squareMetres } from '../ground/area.ts'
import type { CaseFacts, CaseTopic } from '../ground/case-facts.ts'

export type DelegationTier = 1 | 2

export type TierRow = {
  // 'officer': the answers do not say, so an officer must.
  readonly tier: DelegationTier | 'officer'
  readonly when: (facts: CaseFacts) => boolean
  readonly words: string
  readonly topics: readonly CaseTopic[]
}

const halfHectare = squareMetres(5000)

const is =
  (...codes: readonly CaseFacts['code'][]) =>
  ({ code }: CaseFacts): boolean =>
    codes.includes(code)

const fewHomes = ({ homes, site }: CaseFacts): boolean =>
  homes !== undefined && homes >= 1 && homes <= 9 && site !== undefined && site < halfHectare

const largeOutline = ({ outline }: CaseFacts): boolean =>
  outline !== undefined && (outline.homes >= 500 || outline.floor >= squareMetres(50_000))

export const tierFor = (facts: CaseFacts): TierRow => tierRows.find((row) => row.when(facts)) ?? minor

const minor: TierRow = {
  tier: 1,
  when: () => true,
  words: 'It is a minor application without homes.',
  topics: ['type', 'size'],
}

const tierRows: readonly TierRow[] = [
  {
    tier: 2,
    when: is('listed', 'pp.full.householder.listed', 'pp.full.minor.listed'),
    words: 'It is for listed building consent, or goes with an application for it.',
    topics: ['type', 'place'],
  },
  { tier: 2, when: is('advertConsent'), words: 'It is for consent to an advertisement.', topics: ['type'] },
  { tier: 2, when: is('wtt.consent'), words: 'It is for consent to work on a protected tree.', topics: ['type'] },
  {
    tier: 2,
    when: ({ retrospective, code }) => retrospective && code.startsWith('pp.'),
    words: 'The work or the use has begun (section 73A).',
    topics: ['started'],
  },
  {
    tier: 2,
    when: (facts) => is('approval.reservedMatters')(facts) && largeOutline(facts),
    words: 'It gives details of an outline permission for 500 homes or 50,000 square metres, or more.',
    topics: ['type'],
  },
  {
    tier: 1,
    when: is(
      'approval.reservedMatters',
      'approval.conditions',
      'amendment.nonMaterial',
      'ldc.existing',
      'ldc.proposed',
      'ldc.breachOfCondition',
      'pa.part1.classA',
      'pa.part3.classMA',
      'pp.pip',
      'wtt.notice',
      'hedgerowRemovalNotice',
    ),
    words: 'It is one of the technical applications of Schedule 1.',
    topics: ['type'],
  },
  {
    tier: 1,
    when: (facts) => is('amendment.minorMaterial')(facts) && follows(facts) === 1,
    words: 'It changes a condition of a permission that was for an officer to decide.',
    topics: ['type'],
  },
  {
    tier: 2,
    when: (facts) => is('amendment.minorMaterial')(facts) && follows(facts) === 2,
    words: 'It changes a condition of a permission that a committee might have decided.',
    topics: ['type'],
  },
  {
    tier: 'officer',
    when: is('amendment.minorMaterial'),
    words: 'It changes a condition of a permission, and is decided as that permission would be.',
    topics: ['type'],
  },
  { tier: 1, when: ({ householder }) => householder, words: 'It is a householder application.', topics: ['type'] },
  { tier: 2, when: ({ major }) => major, words: 'It is a major application.', topics: ['size'] },
  {
    tier: 1,
    when: fewHomes,
    words: 'It is for 1 to 9 homes on less than half a hectare.',
    topics: ['size'],
  },
  {
    tier: 2,
    when: ({ makesHomes }) => makesHomes,
    words: 'It is for homes, but not for 1 to 9 of them on less than half a hectare.',
    topics: ['size'],
  },
  minor,
]

// A changed condition is decided as its permission would be.
const follows = (facts: CaseFacts): TierRow['tier'] => {
  if (facts.original === undefined) return 'officer'
  const before: CaseFacts = { ...facts, code: facts.original, householder: facts.original.includes('householder') }
  return facts.original === 'amendment.minorMaterial'
    ? 'officer'
    : tierFor({ ...before, major: facts.original?.endsWith('.major') === true }).tier
}
