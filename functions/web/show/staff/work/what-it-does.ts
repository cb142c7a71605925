// What a change of answers would do: to what the service decides, and to what its rules say.
import type { Case } from '#domain/cases/case.ts'
import type { RuleStep } from '#domain/rules/trace.ts'
import type { Effect } from '#services/for-resident.ts'
import type { Variables } from '#web/template-runtime.ts'
import { onOneLine } from '../../controls/entered.ts'

export type WhatItDoes = {
  readonly effects: readonly Effect[]
  // The case without the change, and with it.
  readonly before: Case
  readonly after: Case
  // A band or a decision stands until somebody has looked at the change.
  readonly decided: boolean
}

export const whatItDoes = (given: WhatItDoes): Variables => ({
  decided: given.decided,
  effects: given.effects.map((effect) => ({ ...effect, stays: effect.now === effect.after })),
  rules: rulesMoved(given),
})

// Which rules say something else on the answers as they would be: in the rules' own words.
const rulesMoved = ({
  before,
  after,
}: WhatItDoes): { readonly gone: readonly string[]; readonly come: readonly string[] } => {
  const [was, is] = [wordsIn(before), wordsIn(after)]
  return { gone: was.filter((words) => !is.includes(words)), come: is.filter((words) => !was.includes(words)) }
}

const wordsIn = ({ assessment }: Case): readonly string[] => [
  ...new Set((assessment?.parts ?? []).flatMap(({ steps }) => steps.map(({ words }: RuleStep) => onOneLine(words)))),
]
