// What an officer looks for first on a planning case: the type, the proposal, the law's day, and the end of comments.
import type { Case } from '#domain/cases/case.ts'
import { inWords } from '#domain/day.ts'
import { decideBy } from '#domain/rules/statutory.ts'
import type { Fact } from '../../service.ts'

export const planningFacts = ({ assessment, record, statutory }: Case): readonly Fact[] => {
  const type = assessment?.parts.find(({ id }) => id === 'type')?.answer
  const entries = record.sections.flatMap(({ parts }) => parts.flatMap((part) => part.entries))
  const proposal = entries.find(({ id }) => id === 'description')?.lines.join(' ')
  return [
    ...(type === undefined ? [] : [{ question: 'Type', lines: [type] }]),
    ...(proposal === undefined ? [] : [{ question: 'Proposal', lines: [cut(proposal)] }]),
    ...(statutory === undefined ? [] : [{ question: 'Decide by law', lines: [inWords(decideBy(statutory))] }]),
    ...(statutory?.commentsUntil === undefined
      ? []
      : [{ question: 'Comments end', lines: [inWords(statutory.commentsUntil)] }]),
  ]
}

const most = 160

const cut = (words: string): string => (words.length > most ? `${words.slice(0, most - 1).trimEnd()}…` : words)
