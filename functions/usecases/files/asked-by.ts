// Which draft and which question of its form a file was sent for.

import type { Draft } from '#domain/forms/answered/draft.ts'
import type { Step } from '#domain/forms/answered/journey.ts'
import { keyOf } from '#domain/forms/answered/parted.ts'
import type { Page, Section } from '#domain/forms/form.ts'
import type { Service } from '#services/service.ts'
import type { ArrivedFile } from '../ports/files.ts'
import type { Clock, DraftStore } from '../ports/stores.ts'

type Ports = { readonly drafts: DraftStore; readonly services: readonly Service[]; readonly clock: Clock }

export type FilePlace = { readonly draft: Draft; readonly service: Service; readonly step: Step }

// The draft, and the question of its form that asked for the file. Its page need not be reached just now: an answer may change back.
export const placeOf = async (ports: Ports, arrived: Asker): Promise<FilePlace | undefined> => {
  const draft = arrived.draftId === '' ? undefined : await ports.drafts.get(arrived.draftId)
  const service = ports.services.find(({ id }) => id === draft?.service)
  if (draft === undefined || service === undefined || draft.expiresAt < ports.clock.now()) return undefined
  const step = stepFor(service, draft, arrived)
  return step === undefined ? undefined : { draft, service, step }
}

type Asker = Pick<ArrivedFile, 'draftId' | 'question' | 'item'>

const stepFor = (service: Service, draft: Draft, { question, item }: Asker): Step | undefined => {
  for (const section of service.form.sections)
    for (const page of section.pages) {
      if (page.questions[question]?.kind !== 'files') continue
      if (section.is === 'pages') return item === '' ? stepOf(section, page) : undefined
      return draft.items[section.id]?.includes(item) ? stepOf(section, page, item) : undefined
    }
  return undefined
}

const stepOf = (section: Section, page: Page, item?: string): Step => ({
  is: 'page',
  key: keyOf(section, page, item),
  section,
  page,
  ...(item === undefined ? {} : { item }),
})
