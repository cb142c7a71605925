// Stands before an engine and writes down who asked it for what. Each function signs with its own name as its key's id.
import { createServer, request as httpRequest, type IncomingMessage, type Server, type ServerResponse } from 'node:http'

export type Asked = {
  readonly by: string
  readonly target: string
  readonly method: string
  readonly path: string
  readonly body: string
  // Bytes of the engine's answer, where it was one.
  readonly replyBytes: number
}

export type Recorder = { readonly port: number; readonly asked: readonly Asked[]; readonly close: () => void }

export const recordBefore = async (endpoint: string): Promise<Recorder> => {
  const asked: Asked[] = []
  const server = createServer(async (request, response) => {
    const body = await bytesOf(request)
    const replyBytes = await forwarded(endpoint, { request, body }, response)
    asked.push({ ...askedBy(request, body.toString('utf8')), replyBytes })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  return { port: portOf(server), asked, close: () => closed(server) }
}

const askedBy = ({ headers, method = '', url = '' }: IncomingMessage, body: string): Omit<Asked, 'replyBytes'> => ({
  // Or in the address, where a function signed for a browser.
  by: /Credential=([\w-]+)(?:\/|%2F)/.exec(headers.authorization ?? url)?.[1] ?? '',
  target:
    String(headers['x-amz-target'] ?? '')
      .split('.')
      .at(-1) ?? '',
  method,
  path: url,
  body,
})

const bytesOf = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks)
}

type Came = { readonly request: IncomingMessage; readonly body: Buffer }

// With the host that was signed.
const forwarded = (endpoint: string, { request, body }: Came, response: ServerResponse): Promise<number> =>
  new Promise((resolve) => {
    const { hostname, port } = new URL(endpoint)
    const { url: path, method, headers } = request
    const onward = httpRequest({ hostname, port, path, method, headers }, (reply) => {
      let bytes = 0
      reply.on('data', (chunk: Buffer) => {
        bytes += chunk.length
      })
      response.writeHead(reply.statusCode ?? 502, reply.headers)
      reply.pipe(response)
      reply.once('end', () => resolve(reply.statusCode === 200 ? bytes : 0))
    })
    onward.once('error', () => {
      response.destroy()
      resolve(0)
    })
    onward.end(body)
  })

const portOf = (server: Server): number => {
  const address = server.address()
  return address !== null && typeof address === 'object' ? address.port : 0
}

const closed = (server: Server): void => {
  server.close()
  server.closeAllConnections()
}
