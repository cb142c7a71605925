// A draft that somebody will come back to: tied to their number, with one text that says where.

import type { Draft } from '#domain/forms/answered/draft.ts'
import type { Result } from '#domain/result.ts'
import type { TextTemplate } from '#domain/texts/text.ts'
import { council } from '#services/council.ts'
import { copyOfPage } from '#services/text-table.ts'
import type { Tie } from '../ports/access.ts'
import type { DraftStore, SaveProblem } from '../ports/stores.ts'
import { makeText, type TextPorts } from '../texts/decide-text.ts'
import { wayBack } from '../texts/way-back.ts'

export const savedTemplate: TextTemplate = {
  ...copyOfPage,
  id: 'saved',
  version: 2,
  words: `${council.name} has saved your answers. To carry on, go to ((yourLink))`,
}

type Ports = TextPorts & { readonly drafts: DraftStore }

// Saved again with the same number, nobody is texted a second time.
export const saveForLater = async (
  ports: Ports,
  draft: Draft,
  { phone, by }: { readonly phone: string; readonly by: Tie['by'] },
): Promise<Result<Draft, SaveProblem | 'too-many'>> => {
  const again = draft.phone === phone
  const text = makeText(ports, savedTemplate, {
    to: phone,
    about: draft.reference,
    service: draft.service,
    values: { yourLink: wayBack(ports, phone, draft.reference) },
  })
  return ports.drafts.setPhone(draft, { phone, by }, again ? [] : [text])
}
