// One box to tick, with the words that are agreed to.
import type { DeclarationQuestion } from '../question.ts'
import { single } from '../single.ts'

export const declaration = single<DeclarationQuestion>({
  wrong: (value, { question }) => (value === 'yes' ? undefined : question.missing),
  answer: (value) => value,
  shown: (_value, { question }) => [question.agree],
  example: () => 'yes',
})
