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
}

export type NotedByClient = { readonly id: string; readonly reference: string }

export const noteByClient = async (
  ports: SharingPorts,
  client: Client,
  { reference, words, once }: Noting,
): Promise<Result<NotedByClient, 'not-there' | 'no-words'>> => {
  const listed = await sharedWith(ports, client, 'note', reference)
  const subject = listed === undefined ? undefined : await ports.cases.get(reference)
  if (subject === undefined) return no('not-there')
  const said = cleaned(words)
  if (said === '') return no('no-words')
  const id = ports.keys.hash('api-note', `${client.id}/${reference}/${once}`)
  await ports.cases.note(subject, {
    ...{ id, at: ports.clock.now(), by: client.name, byId: handOf(client), words: said },
  })
  return ok({ id, reference })
}
