// SNS at its wire with a mood: takes a text, refuses it in each of the ways of its API, or loses the request or its own answer. What it took is
// on record, whatever the sender was told.
import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'

export const moods = [
  'takes',
  'throttles',
  'fails',
  'bad-number',
  'opted-out',
  'forbids',
  'loses-request',
  'loses-answer',
] as const
export type Mood = (typeof moods)[number]

export type Took = { readonly body: string; readonly to: string; readonly messageId: string }

export type PhoneNetwork = {
  readonly endpoint: string
  readonly mood: (mood: Mood) => void
  // Called with each text as it is taken.
  readonly onTake: (heard: (took: Took) => void) => void
  readonly close: () => void
}

const refusals: Readonly<Partial<Record<Mood, readonly [number, string]>>> = {
  throttles: [400, 'Throttled'],
  fails: [500, 'InternalError'],
  'bad-number': [400, 'InvalidParameter'],
  'opted-out': [400, 'OptedOut'],
  forbids: [403, 'AuthorizationError'],
}

export const startPhoneNetwork = async (): Promise<PhoneNetwork> => {
  let mood: Mood = 'takes'
  let heard: (took: Took) => void = () => {}
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const form = new URLSearchParams(Buffer.concat(chunks).toString('utf8'))
    const refusal = refusals[mood]
    if (refusal !== undefined) return void response.writeHead(refusal[0], xml).end(refused(refusal[1]))
    if (mood === 'loses-request') return void request.socket.destroy()
    const took = { body: form.get('Message') ?? '', to: form.get('PhoneNumber') ?? '', messageId: randomUUID() }
    heard(took)
    if (mood === 'loses-answer') return void request.socket.destroy()
    response.writeHead(200, xml).end(taken(took.messageId))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const address = server.address()
  return {
    endpoint: `http://127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}`,
    mood: (next) => {
      mood = next
    },
    onTake: (next) => {
      heard = next
    },
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}

const xml = { 'content-type': 'text/xml' }
const space = 'xmlns="http://sns.amazonaws.com/doc/2010-03-31/"'
const taken = (id: string): string =>
  `<PublishResponse ${space}><PublishResult><MessageId>${id}</MessageId></PublishResult></PublishResponse>`
const refused = (code: string): string =>
  `<ErrorResponse ${space}><Error><Code>${code}</Code><Message>No</Message></Error></ErrorResponse>`
