// What an officer looks for first on a planning case: the type, the proposal, the law's day, and the end of comments.
import type { Case } from '#domain/cases/case.ts'
import { type Gist, shortened } from '#domain/cases/desk/row.ts'
import { inWords } from '#domain/day.ts'
import { inPounds } from '#domain/forms/fields/money.ts'
import { decideBy } from '#domain/rules/statutory.ts'
import { entriesOf } from '../../letters-to.ts'
import type { FactShown } from '../../service.ts'

export const planningFacts = (subject: Case): readonly FactShown[] => {
  const { assessment, statutory, feeReceived } = subject
  const due = assessment?.parts.find(({ id }) => id === 'fee')?.answer
  const [type, proposal] = [typeOf(subject), proposalOf(subject)]
  return [
    ...(type === undefined ? [] : [{ question: 'Type', lines: [type] }]),
    ...(proposal === undefined ? [] : [{ question: 'Proposal', lines: [shortened(proposal, 160)] }]),
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

// "Householder: single-storey extension", as far as a row of a list has room.
export const planningGist = (subject: Case): Gist => {
  const type = typeOf(subject)?.replace(' planning permission', '')
  const said = [type, proposalOf(subject)].filter((one) => one !== undefined)
  return said.length === 0 ? {} : { what: shortened(said.join(': '), 50) }
}

const typeOf = ({ assessment }: Case): string | undefined => assessment?.parts.find(({ id }) => id === 'type')?.answer

const proposalOf = ({ record }: Case): string | undefined =>
  entriesOf({ record })
    .find(({ id }) => id === 'description')
    ?.lines.join(' ')
