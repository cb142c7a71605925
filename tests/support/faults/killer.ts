// Stands before an engine and kills a process at its n-th call: before the call is passed on, or after the engine has done it.
import type { ChildProcess } from 'node:child_process'
import { createServer, request } from 'node:http'

export type Death = { readonly at: number; readonly when: 'before' | 'after' }

export type Killer = {
  readonly endpoint: string
  // Whom to kill from now on, and when; calls count from here.
  readonly aim: (victim: ChildProcess, death: Death) => void
  readonly calls: () => number
  readonly close: () => void
}

export const startKiller = async (engine: string): Promise<Killer> => {
  let [calls, victim, death]: [number, ChildProcess?, Death?] = [0]
  const isTime = (when: Death['when']): boolean => death?.when === when && death.at === calls
  const server = createServer((incoming, response) => {
    calls += 1
    const mine = calls
    const dies = (when: Death['when']): boolean => death?.when === when && death.at === mine
    if (isTime('before')) return void victim?.kill('SIGKILL')
    const onward = request(
      engine + (incoming.url ?? '/'),
      { method: incoming.method, headers: incoming.headers },
      (answer) => {
        if (dies('after')) {
          answer.resume()
          return void victim?.kill('SIGKILL')
        }
        response.writeHead(answer.statusCode ?? 502, answer.headers)
        answer.pipe(response)
      },
    )
    onward.on('error', () => response.destroy())
    incoming.pipe(onward)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const address = server.address()
  return {
    endpoint: `http://127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}`,
    aim: (who, when) => {
      ;[calls, victim, death] = [0, who, when]
    },
    calls: () => calls,
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}
