// A draft that somebody will come back to: tied to their number or email address, with one message that says where.

import type { SafeTimes } from '#domain/cases/safe-times.ts'
import type { Draft } from '#domain/forms/answered/draft.ts'
import type { Result } from '#domain/result.ts'
import type { TextTemplate } from '#domain/texts/text.ts'
import { council } from '#services/council.ts'
import { copyOfPage } from '#services/text-table.ts'
import type { Tie } from '../ports/access.ts'
import type { DraftStore, SaveProblem } from '../ports/stores.ts'
import { type MakingPorts, makeText } from '../texts/decide-text.ts'
import { wayBack, wayBackByEmail } from '../texts/way-back.ts'

export const savedTemplate: TextTemplate = {
  ...copyOfPage,
  id: 'saved',
  version: 2,
  words: `${council.name} has saved your answers. To carry on, go to ((yourLink))`,
  email: {
    version: 1,
    subject: `${council.name} has saved your answers`,
    words: [
      'We have saved your answers. Your reference is ((reference)). To carry on, go to:',
      '((emailLink))',
      'We will email you a code.',
      `${council.name}  \n${council.phones.switchboard}  \n${council.phoneHours.switchboard}`,
    ].join('\n\n'),
  },
}

type Ports = MakingPorts & { readonly drafts: DraftStore }

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

// The same for an address. What belongs to it is known by the reference too, so no more than a few emails can be caused.
export const saveByEmail = async (
  ports: Ports,
  draft: Draft,
  { email, sends }: { readonly email: string; readonly sends: boolean },
): Promise<Result<Draft, SaveProblem>> => {
  const { reference, service } = draft
  const values = { reference, emailLink: wayBackByEmail(ports, email, reference) }
  const about = { channel: 'email', to: email, about: reference, service, values, unproved: true } as const
  const saved = sends && draft.email !== email ? [makeText(ports, savedTemplate, about)] : []
  return ports.drafts.setEmail(draft, email, saved)
}
