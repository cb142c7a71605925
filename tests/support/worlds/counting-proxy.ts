// What each step asks of the database: a proxy in front of the engine counts the operations that pass.
import { createServer, request as send } from 'node:http'
import { freePort } from '#infra/local/dynamo.ts'

export type Counting = {
  readonly endpoint: string
  // The operations since the last call, by name.
  readonly taken: () => Readonly<Record<string, number>>
  readonly close: () => void
}

export const countingProxy = async (engine: string): Promise<Counting> => {
  const to = new URL(engine)
  let counts: Record<string, number> = {}
  const server = createServer((incoming, outgoing) => {
    const operation = String(incoming.headers['x-amz-target']).split('.')[1] ?? 'unknown'
    counts[operation] = (counts[operation] ?? 0) + 1
    const passed = send(
      { host: to.hostname, port: to.port, method: 'POST', path: '/', headers: incoming.headers },
      (reply) => {
        outgoing.writeHead(reply.statusCode ?? 500, reply.headers)
        reply.pipe(outgoing)
      },
    )
    passed.once('error', () => outgoing.destroy())
    incoming.pipe(passed)
  })
  const port = await freePort()
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', () => resolve()))
  return {
    endpoint: `http://127.0.0.1:${port}`,
    taken: () => {
      const before = counts
      counts = {}
      return before
    },
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}
