// A note that a client of the API makes on a case: there once, however often it is sent.
import { cleaned } from '#domain/forms/cleaned.ts'
import { no, ok, type Result } from '#domain/result.ts'
import { type Client, handOf } from '#domain/sharing/clients.ts'
import { type SharingPorts, sharedWith } from './share-cases.ts'

type Noting = {
  readonly reference: string
  readonly words: string
  // What the request is known by: the same twice is one note.
  readonly once: string
  // Made only while the case is at one of these versions.
  readonly at?: readonly number[] | 'any'
}

export type NotedByClient = { readonly id: string; readonly reference: string }

export const noteByClient = async (
  ports: SharingPorts,
  client: Client,
  { reference, words, once, at = 'any' }: Noting,
): Promise<Result<NotedByClient, 'not-there' | 'no-words' | 'changed-elsewhere'>> => {
  const listed = await sharedWith(ports, client, 'note', reference)
  const subject = listed === undefined ? undefined : await ports.cases.get(reference)
  if (subject === undefined) return no('not-there')
  const said = cleaned(words)
  if (said === '') return no('no-words')
  const id = ports.keys.hash('api-note', `${client.id}/${reference}/${once}`)
  const note = { id, at: ports.clock.now(), by: client.name, byId: handOf(client), words: said }
  // The write itself holds it against the version: a note that is there already was made, whatever the case has become.
  const seen = at === 'any' || at.includes(subject.version) ? subject : { ...subject, version: at[0] ?? 0 }
  const kept = await ports.cases.note(seen, note, ...(at === 'any' ? [] : (['still'] as const)))
  return kept.ok ? ok({ id, reference }) : kept
}
