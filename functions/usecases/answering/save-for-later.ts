// A draft that somebody will come back to: tied to their number, with one text that says where.

import type { SafeTimes } from '#domain/cases/safe-times.ts'
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

// `safe`: when they have said that it is safe to text them. `texts`: they may have us text it. Saved again with the
// same number, nobody is texted a second time.
export const saveForLater = async (
  ports: Ports,
  draft: Draft,
  given: Tie & { readonly phone: string; readonly safe?: SafeTimes | undefined; readonly texts: boolean },
): Promise<Result<Draft, SaveProblem | 'too-many'>> => {
  const { phone, by, safe, texts } = given
  const text = makeText(ports, savedTemplate, {
    to: phone,
    about: draft.reference,
    service: draft.service,
    values: { yourLink: wayBack(ports, phone, draft.reference) },
    ...(safe === undefined ? {} : { safe }),
    unproved: by === 'anybody',
  })
  return ports.drafts.setPhone(draft, { phone, by }, texts && draft.phone !== phone ? [text] : [])
}
