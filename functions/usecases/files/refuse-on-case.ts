// A document that turned out bad after the application was sent: the case says so, and its sender is told and, where the case is still being
// checked, asked for that one document again.
import type { Case, CaseEvent } from '#domain/cases/case.ts'
import { itemsWithoutFile } from '#domain/cases/evidence.ts'
import { actorName, type Performed } from '#domain/cases/workflow.ts'
import { londonDay } from '#domain/london.ts'
import type { Service } from '#services/service.ts'
import { type AskPorts, openAgain } from '../casework/ask-for-more.ts'
import type { CaseChange, CaseParts, CaseStore, StoredFile } from '../ports/stores.ts'
import { actedOn, carryOut } from '../texts/carry-out.ts'
import type { TextPorts } from '../texts/decide-text.ts'

export type RefusePorts = TextPorts & AskPorts & { readonly cases: CaseStore }

export type Refusing = {
  readonly service: Service
  readonly whole: CaseParts
  readonly draftId: string
  // The page that the file was sent on.
  readonly key: string
  readonly file: StoredFile
}

// False when the case changed meanwhile.
export const refuseOnCase = async (ports: RefusePorts, given: Refusing): Promise<boolean> => {
  const { service, whole, file } = given
  const { after: asked, event, ...opens } = await askedAgain(ports, given)
  const after = withoutIt(ports, asked, file)
  const template = 'document-refused'
  const says = service.texts[template] === undefined ? [] : [{ template }]
  const done = await carryOut(ports, service, {
    before: whole.subject,
    subject: after,
    event: { ...event, details: detailsOf(file) },
    says,
    files: { draftId: given.draftId, files: [file] },
    ...opens,
  })
  return done.ok
}

// What rested on that file alone is wanted again.
const withoutIt = ({ clock }: RefusePorts, subject: Case, { id, reason = '' }: StoredFile): Case => {
  if (subject.evidence === undefined) return subject
  const why = { on: londonDay(clock.now()), by: actorName({ is: 'system' }), reason }
  return { ...subject, evidence: itemsWithoutFile(subject.evidence, id, why) }
}

type Asked = { readonly after: Case; readonly event: CaseEvent } & Pick<CaseChange, 'opens' | 'opensWith'>

const askedAgain = async (ports: RefusePorts, given: Refusing): Promise<Asked> => {
  const { service, whole, key, file } = given
  const performed = performedBy(ports, given)
  const message = `We could not accept the file “${file.name}”. ${file.reason ?? ''}. Send it again.`
  const opened =
    performed === undefined
      ? undefined
      : await openAgain(ports, { service, whole, typed: { pages: [key], message: [message] } })
  if (performed === undefined || opened?.ok !== true) return onlyTold(ports, whole.subject)
  const { asked, opensWith = [], ...opens } = opened.value
  return {
    after: { ...performed.case, ...(asked === undefined ? {} : { asked }) },
    event: performed.event,
    ...opens,
    opensWith: opensWith.filter(({ id }) => id !== file.id),
  }
}

// Undefined where nothing can be asked for now: something is asked for already, or the case is decided.
const performedBy = (ports: RefusePorts, { service, whole }: Refusing): Performed | undefined => {
  const done = actedOn(ports, service, whole.subject, { action: 'document-refused', actor: { is: 'system' } })
  return done.ok ? done.value : undefined
}

const onlyTold = (ports: RefusePorts, subject: Case): Asked => {
  const at = ports.clock.now()
  const version = subject.version + 1
  const { state } = subject
  const event = { action: 'refuse-document', words: 'could not accept a document', from: state, to: state, version }
  return {
    after: { ...subject, version, changedAt: at },
    event: { ...event, id: ports.ids.ordered(at), at, by: 'Guildhall' },
  }
}

const detailsOf = (file: StoredFile): NonNullable<CaseEvent['details']> => [
  { question: file.label === '' ? 'Document' : file.label, lines: [file.name] },
  { question: 'Reason', lines: [file.reason ?? ''] },
]
