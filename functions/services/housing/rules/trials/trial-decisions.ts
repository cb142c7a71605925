// What officers decide beside the answers, for trying a band on paper: awards with their day, and reductions.

import { choices, date, yesNo } from '#domain/forms/ask.ts'
import type { Lookup } from '#domain/forms/condition.ts'
import type { Question } from '#domain/forms/question.ts'
import { dorset2026 } from '../packs/dorset-2026.ts'
import type { Decided } from '../proposal.ts'

const awardable = dorset2026.bandRules.filter((rule) => rule.by === 'AWARD')

export const bandQuestions: Readonly<Record<string, Question>> = {
  awards: choices('Select awards', Object.fromEntries(awardable.map(({ code, words }) => [code, words])), {
    label: 'Awards that an officer made',
  }),
  awardedOn: date('Date of the awards', { optional: true }),
  byLeader: yesNo('Select yes if a team leader made them', { label: 'Did a team leader make them?' }),
  reductions: choices(
    'Select reductions',
    Object.fromEntries(dorset2026.reductions.map(({ code, words }) => [code, words])),
    { label: 'Reductions that an officer decided' },
  ),
}

export const decidedFrom = (answers: Lookup): Decided => {
  const on = answers.answer('awardedOn')
  const made = { on: typeof on === 'string' ? on : answers.today, by: 'a trial', reason: 'Tried on paper' }
  const leader = answers.answer('byLeader') === 'yes'
  return {
    awards: listAt(answers, 'awards').map((code) => ({
      code,
      ...made,
      roles: [leader ? 'team-manager' : 'housing-officer'],
    })),
    reductions: listAt(answers, 'reductions').map((code) => ({ code, ...made })),
  }
}

const listAt = (answers: Lookup, question: string): readonly string[] => {
  const given = answers.answer(question)
  return Array.isArray(given) ? given.map(String) : []
}
