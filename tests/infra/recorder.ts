// Stands before an engine and writes down who asked it for what. Each function signs with its own name as its key's id.
import { createServer, request as httpRequest, type IncomingMessage, type Server, type ServerResponse } from 'node:http'

export type Asked = {
  readonly by: string
  readonly target: string
  readonly method: string
  readonly path: string
  readonly body: string
}

export type Recorder = { readonly port: number; readonly asked: readonly Asked[]; readonly close: () => void }

export const recordBefore = async (endpoint: string): Promise<Recorder> => {
  const asked: Asked[] = []
  const server = createServer(async (request, response) => {
    const body = await bytesOf(request)
    asked.push(askedBy(request, body.toString('utf8')))
    forward(endpoint, { request, body }, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  return { port: portOf(server), asked, close: () => closed(server) }
}

const askedBy = ({ headers, method = '', url = '' }: IncomingMessage, body: string): Asked => ({
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
const forward = (endpoint: string, { request, body }: Came, response: ServerResponse): void => {
  const { hostname, port } = new URL(endpoint)
  const { url: path, method, headers } = request
  const onward = httpRequest({ hostname, port, path, method, headers }, (reply) => {
    response.writeHead(reply.statusCode ?? 502, reply.headers)
    reply.pipe(response)
  })
  onward.once('error', () => response.destroy())
  onward.end(body)
}

const portOf = (server: Server): number => {
  const address = server.address()
  return address !== null && typeof address === 'object' ? address.port : 0
}

const closed = (server: Server): void => {
  server.close()
  server.closeAllConnections()
}
