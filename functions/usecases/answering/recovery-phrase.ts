// A way back without a phone: the reference, and a phrase that only we and whoever has it know. It is worked out from the draft, so nothing that is
// kept tells it; and it ends when somebody proves the draft's phone.
import type { Draft } from '#domain/forms/answered/draft.ts'
import { phraseFrom, plainPhrase } from '#domain/forms/recovery-phrase.ts'
import type { AccessStore } from '../ports/access.ts'
import type { Clock, DraftStore, Keys } from '../ports/stores.ts'

type Ports = {
  readonly access: AccessStore
  readonly clock: Clock
  readonly drafts: DraftStore
  readonly keys: Keys
}

export const phraseOf = ({ keys }: Pick<Ports, 'keys'>, { id, turn = 0 }: Draft): string =>
  phraseFrom(keys.hash('recovery phrase', `${id}/${turn}`).replace(/[^A-Za-z0-9_-]/g, ''))

export const referenceOf = ({ reference, caseReference }: Draft): string => caseReference ?? reference

// From now on the phrase opens it.
export const keepPhrase = (ports: Ports, draft: Draft): Promise<void> =>
  ports.access.keepPhrase(
    hashOf(ports, referenceOf(draft), phraseOf(ports, draft)),
    draft.id,
    draft.status === 'submitted' ? undefined : draft.expiresAt,
  )

export const hasPhrase = async (ports: Ports, draft: Draft): Promise<boolean> =>
  (await ports.access.byPhrase(hashOf(ports, referenceOf(draft), phraseOf(ports, draft)))) === draft.id

// The draft that both open; undefined for a reference or phrase that is wrong, for what has run out, and for a phrase that has ended.
export const openByPhrase = async (
  ports: Ports,
  given: { readonly reference: string; readonly phrase: string },
): Promise<Draft | undefined> => {
  const phrase = plainPhrase(given.phrase)
  const id = await ports.access.byPhrase(hashOf(ports, plainReference(given.reference), phrase))
  const draft = id === undefined ? undefined : await ports.drafts.get(id)
  if (draft === undefined || phraseOf(ports, draft) !== phrase) return undefined
  return draft.status === 'submitted' || draft.expiresAt >= ports.clock.now() ? draft : undefined
}

// As it is typed: with spaces or in small letters.
export const plainReference = (typed: string): string => typed.toUpperCase().replace(/[^A-Z0-9]/g, '')

const hashOf = ({ keys }: Ports, reference: string, phrase: string): string =>
  keys.hash('who knows the phrase', `${reference} ${phrase}`)
