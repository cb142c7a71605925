// The applicant opens their own case to send documents, to tell what changed, or to change how they are
// reached: a draft with everything that they sent, in which they change what they like.
import type { Case } from '#domain/cases/case.ts'
import type { Workflow } from '#domain/cases/workflow.ts'
import { isFor } from '#domain/cases/workflow.ts'
import type { Day } from '#domain/day.ts'
import { addItem, changed, type Draft, type OwnAccord, pageSaved } from '#domain/forms/answered/draft.ts'
import { standsIn } from '#domain/forms/answered/reopened.ts'
import type { ManySection } from '#domain/forms/form.ts'
import type { Typed } from '#domain/forms/kind.ts'
import type { Service } from '#services/service.ts'
import type { UploadStore } from '../ports/files.ts'
import type { CaseStore, Clock, DraftStore, Ids } from '../ports/stores.ts'
import { draftToAsk, sentAnswers } from './ask-for-more.ts'

type OwnPorts = {
  readonly clock: Clock
  readonly ids: Ids
  readonly drafts: DraftStore
  readonly cases: CaseStore
  readonly uploads: UploadStore
}

export type Opening = {
  readonly service: Service
  readonly subject: Case
  readonly own: OwnAccord
  // Page keys or ids of sections.
  readonly keys: readonly string[]
  // Staff open it for whoever asks them, to be sent until this instant.
  readonly forCaller?: { readonly by: string; readonly until: number }
  // Who proved their phone by a code, if it was so that they came to the case: the draft is theirs on every device.
  readonly holder?: string
  // A further item of a list, with what its pages begin with.
  readonly adds?: { readonly section: ManySection; readonly pages: Readonly<Record<string, Typed>> }
}

// Undefined where the answers are not kept online any more, or none of these was asked of this person.
export const openOwn = async (ports: OwnPorts, opening: Opening): Promise<Draft | undefined> => {
  const { service, subject, own, keys, forCaller } = opening
  const sent = await sentAnswers(ports, service, subject)
  if (sent === undefined || !keys.some((key) => standsIn(sent.walk, key))) return undefined
  const reopened = draftToAsk(ports, { service, subject, sent, keys, own, message: '' })
  const holder = reopened.holder ?? opening.holder
  const made: Draft = {
    ...reopened,
    ...(holder === undefined ? {} : { holder }),
    ...(forCaller === undefined ? {} : { by: forCaller.by, expiresAt: forCaller.until }),
  }
  const draft = opening.adds === undefined ? made : withItem(made, opening.adds, ports.clock.now())
  const files = await ports.uploads.ofDraft(sent.draft.id)
  await ports.cases.open(
    subject,
    draft,
    files.filter(({ verdict }) => verdict !== 'refused'),
  )
  return draft
}

// As a new draft: nothing of it was stored before.
const withItem = (draft: Draft, { section, pages }: NonNullable<Opening['adds']>, now: number): Draft => {
  const before = { pages: draft.reopens?.before.pages ?? {}, items: draft.items }
  const { change, item } = addItem(before, section)
  const typed = Object.entries(pages).map(([page, values]) => pageSaved(`${section.id}/${item}/${page}`, values))
  const after = [change, ...typed].reduce((so, one) => changed(so, one, now), draft)
  const { [section.id]: _said, ...kept } = after.pages
  return { ...after, pages: kept, version: draft.version }
}

// Whether the case as it stands takes it, and by which action.
export const takesOwn = (workflow: Workflow, subject: Case, own: OwnAccord, today: Day) =>
  workflow.actions.find((action) => action.does === own && isFor(action, subject, today))
