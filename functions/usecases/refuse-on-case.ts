// A document that turned out bad after the application was sent: the case says so, and its sender is told.
import type { Case, CaseEvent } from '#domain/cases/case.ts'
import type { Service } from '#services/service.ts'
import { type TextPorts, textsFor } from './decide-text.ts'
import type { CaseStore, StoredFile } from './ports.ts'

export type RefusePorts = TextPorts & { readonly cases: CaseStore }

type Refusing = {
  readonly service: Service
  readonly subject: Case
  readonly draftId: string
  readonly file: StoredFile
}

// False when the case changed meanwhile.
export const refuseOnCase = async (ports: RefusePorts, given: Refusing): Promise<boolean> => {
  const { service, subject, file } = given
  const now = ports.clock.now()
  const event = refusal(ports.ids.ordered(now), now, { subject, file })
  const after = { ...subject, version: event.version, changedAt: now }
  const wanted = service.texts[template] === undefined ? [] : [{ template }]
  const texts = textsFor(ports, service, after, wanted)
  const files = { draftId: given.draftId, files: [file] }
  const done = await ports.cases.change({ before: subject, subject: after, event, texts, files })
  return done.ok
}

// The text template of a service that tells of it.
const template = 'document-refused'

const refusal = (id: string, at: number, { subject, file }: Pick<Refusing, 'subject' | 'file'>): CaseEvent => ({
  id,
  at,
  by: 'Guildhall',
  action: 'refuse-document',
  words: 'could not accept a document',
  from: subject.state,
  to: subject.state,
  version: subject.version + 1,
  details: [
    { question: file.label === '' ? 'Document' : file.label, lines: [file.name] },
    { question: 'Reason', lines: [file.reason ?? ''] },
  ],
})
