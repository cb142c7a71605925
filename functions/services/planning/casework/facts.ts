// What an officer looks for first on a planning case: the type, the proposal, the law's day, and the end of comments.
import type { Case } from '#domain/cases/case.ts'
import { inWords } from '#domain/day.ts'
import { inPounds } from '#domain/forms/fields/money.ts'
import { decideBy } from '#domain/rules/statutory.ts'
import type { FactShown } from '../../service.ts'

export const planningFacts = ({ assessment, record, statutory, feeReceived }: Case): readonly FactShown[] => {
  const due = assessment?.parts.find(({ id }) => id === 'fee')?.answer
  const type = assessment?.parts.find(({ id }) => id === 'type')?.answer
  const entries = record.sections.flatMap(({ parts }) => parts.flatMap((part) => part.entries))
  const proposal = entries.find(({ id }) => id === 'description')?.lines.join(' ')
  return [
    ...(type === undefined ? [] : [{ question: 'Type', lines: [type] }]),
    ...(proposal === undefined ? [] : [{ question: 'Proposal', lines: [cut(proposal)] }]),
    ...(feeReceived === undefined && (due === undefined || statutory !== undefined)
      ? []
      : [{ question: 'Fee', lines: [...(due === undefined ? [] : [`To pay: ${due}`]), paid(feeReceived)] }]),
    ...(statutory === undefined ? [] : [{ question: 'Decide by law', lines: [inWords(decideBy(statutory))] }]),
    ...(statutory?.commentsUntil === undefined
      ? []
      : [{ question: 'Comments end', lines: [inWords(statutory.commentsUntil)] }]),
  ]
}

const paid = (fee: Case['feeReceived']): string =>
  fee === undefined ? 'Nobody has recorded a payment' : `Received: ${inPounds(fee.pence)} on ${inWords(fee.on)}`

const most = 160

const cut = (words: string): string => (words.length > most ? `${words.slice(0, most - 1).trimEnd()}…` : words)
