// The documents of a case, for whoever sends them: each that is asked for with where it stands and the way to send it, and each file that came.
import { type EvidenceItem, evidenceName } from '#domain/cases/evidence.ts'
import { addDays, inWords } from '#domain/day.ts'
import type { CaseParts, StoredFile } from '#usecases/ports/stores.ts'
import type { Variables } from '#web/template-runtime.ts'
import { onOneLine } from '../controls/entered.ts'
import type { Tag } from '../tags.ts'

// `send`: where documents are sent; absent where none can be.
export const ownDocuments = ({ subject, files }: CaseParts, send: string | undefined): Variables | undefined => {
  const asked = (subject.evidence ?? []).flatMap((item, place) =>
    item.evidence.internal ? [] : [rowOf(item, send === undefined ? undefined : String(place))],
  )
  if (asked.length === 0 && files.length === 0 && send === undefined) return undefined
  return { send, asked, files: files.map(fileLine) }
}

const rowOf = ({ evidence, state }: EvidenceItem, place: string | undefined): Variables => ({
  name: onOneLine(evidenceName(evidence)),
  will: willDo(evidence),
  tag: tags[state.is],
  lines: [
    ...('reason' in state && state.is === 'rejected' ? [onOneLine(state.reason)] : []),
    ...(state.is === 'requested' && !evidence.optional
      ? [`Send it by ${inWords(addDays(state.on, evidence.dueDays))}.`]
      : []),
    ...(evidence.optional ? ['It helps, but you do not have to send it.'] : []),
  ],
  send: canSend.includes(state.is) ? place : undefined,
})

const canSend: readonly EvidenceItem['state']['is'][] = ['requested', 'received', 'rejected', 'expired']

const tags: Readonly<Record<EvidenceItem['state']['is'], Tag>> = {
  requested: { text: 'Not sent yet', colour: 'yellow' },
  received: { text: 'Sent, not checked yet', colour: 'blue' },
  accepted: { text: 'Accepted', colour: 'green' },
  rejected: { text: 'Not accepted: send another', colour: 'red' },
  waived: { text: 'No longer needed', colour: 'grey' },
  expired: { text: 'Send a newer one', colour: 'orange' },
}

// "2 of: passport, driving licence. From the last 3 months."
const willDo = ({ alternatives, count, maxAgeDays }: EvidenceItem['evidence']): string => {
  const both = count === alternatives.length ? 'Both: ' : `${count} of: `
  const age = maxAgeDays === undefined ? '' : ` From the last ${maxAgeDays >= 365 ? 12 : 3} months.`
  return `${alternatives.length > 1 ? both : ''}${alternatives.join(', ')}.${age}`
}

// "Location plan: plan.pdf, being checked"
const fileLine = ({ label, name, verdict, reason }: StoredFile): string => {
  const state = { clean: '', checking: ', being checked', refused: `, not accepted. ${reason ?? ''}` }[verdict]
  return `${label === '' ? '' : `${label}: `}${name}${state}`
}
