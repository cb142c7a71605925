// A householder application of the plainest kind, and what a test says is different about it.
import type { CaseFacts } from '#services/planning/rules/ground/case-facts.ts'

const plainest: CaseFacts = {
  code: 'pp.full.householder',
  major: false,
  environmental: false,
  householder: true,
  listed: false,
  conservationArea: false,
  rightOfWay: false,
  retrospective: false,
  makesHomes: false,
  connected: false,
}

export const caseOf = (different: Partial<CaseFacts>): CaseFacts => {
  const code = different.code ?? plainest.code
  return { ...plainest, householder: code.startsWith('pp.full.householder'), ...different }
}
