// Who decides, from 31 October 2026: an officer must (tier 1), or an officer does unless a nominated officer and a nominated member agree
// that a committee should (tier 2). A councillor's call, or the number of objections, sends nothing to committee (guidance, paragraph 9).
import { type Day, inWords } from '#domain/day.ts'
import type { Pack } from '#domain/rules/pack.ts'
import type { RuleStep, Traced } from '#domain/rules/trace.ts'
import type { CaseFacts, CaseTopic } from '../ground/case-facts.ts'
import { delegationRegulations } from '../ground/sources.ts'
import { type DelegationTier, type TierRow, tierFor } from './delegation-table.ts'

export type Delegation =
  | { readonly is: 'national'; readonly tier: DelegationTier }
  // What it follows from is not known yet.
  | { readonly is: 'officer-to-say' }
  // Before the national scheme: the council's own scheme of delegation, which is not held here.
  | { readonly is: 'local' }

export const delegationPack: Pack & { readonly confirm: string } = {
  name: 'delegation-2026',
  validFrom: '2026-10-31',
  source: delegationRegulations,
  confirm: 'monitoring officer to confirm against the regulations as made',
}

export const delegation = (facts: CaseFacts, on: Day): Traced<Delegation> => {
  if (on < delegationPack.validFrom) return { value: { is: 'local' }, steps: [localStep(facts)] }
  const row = tierFor(facts)
  return {
    value: row.tier === 'officer' ? { is: 'officer-to-say' } : { is: 'national', tier: row.tier },
    steps: [rowStep(row, facts), ...interestStep(facts), ...objectionsStep(facts)],
  }
}

// What only an officer can say.
export const delegationTasks = (facts: CaseFacts): readonly string[] => [
  ...(tierFor(facts).tier === 'officer' ? [originalTask] : []),
  ...(facts.connected ? [interestTask] : []),
]

const originalTask = 'Say what kind of permission it changes.'
const interestTask =
  'Say whether the council’s constitution asks for more where someone who applies works for the council, is a councillor, or is close to one.'

const localStep = ({ said }: CaseFacts): RuleStep => ({
  ...base,
  words: `The national scheme of delegation begins on ${inWords(delegationPack.validFrom)}. Before it, the council’s own scheme says who decides.`,
  used: said?.type ?? [],
})

const base = {
  rule: 'DELEGATION',
  source: delegationRegulations,
  confirm: delegationPack.confirm,
}

const rowStep = (row: TierRow, { said }: CaseFacts): RuleStep => ({
  ...base,
  words: `${row.words} ${tierWords[row.tier]}`,
  used: row.topics.flatMap((topic: CaseTopic) => said?.[topic] ?? []),
})

const tierWords: Readonly<Record<TierRow['tier'], string>> = {
  1: 'An officer must decide it (Schedule 1). A committee cannot.',
  2: 'An officer decides it, unless the nominated officer and the nominated member both agree that a committee should (Schedule 2).',
  officer: 'An officer must say what kind of permission it was.',
}

// The regulations do not name it: who decides stays as it is until an officer says more.
const interestStep = ({ connected, said }: CaseFacts): readonly RuleStep[] =>
  connected
    ? [
        {
          ...base,
          words:
            'Someone who applies works for the council, is a councillor, or is close to one. An officer looks at whether that changes who decides.',
          used: said?.connection ?? [],
          confirm: 'officer to say what the council’s constitution asks for',
        },
      ]
    : []

const objectionsStep = ({ objections = 0 }: CaseFacts): readonly RuleStep[] =>
  objections === 0
    ? []
    : [
        {
          ...base,
          words: `${objections === 1 ? '1 person objects' : `${objections} people object`}. What they say is weighed; how many they are does not change who decides (guidance, paragraph 9).`,
          used: [{ question: 'objections', shown: String(objections), called: 'People who object' }],
        },
      ]
