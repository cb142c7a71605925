// A function as it is deployed: its bundle, with the environment that the template gives it and nothing of ours but the addresses of the engines.
import { Worker } from 'node:worker_threads'

export type AtWork = {
  readonly name: string
  readonly invoke: (event: unknown) => Promise<unknown>
  readonly stop: () => Promise<void>
}

type Given = { readonly name: string; readonly file: string; readonly env: Readonly<Record<string, string>> }

type Done = { readonly id: number; readonly result?: unknown; readonly error?: string }

export const atWork = ({ name, file, env }: Given): AtWork => {
  const worker = new Worker(new URL('./function-worker.ts', import.meta.url), { env: { ...env }, workerData: { file } })
  const waiting = new Map<number, (done: Done) => void>()
  worker.on('message', (done: Done) => {
    waiting.get(done.id)?.(done)
    waiting.delete(done.id)
  })
  let count = 0
  const invoke = (event: unknown): Promise<unknown> =>
    new Promise((resolve, reject) => {
      count += 1
      waiting.set(count, ({ result, error }) =>
        error === undefined ? resolve(result) : reject(new Error(`${name}: ${error}`)),
      )
      worker.postMessage({ id: count, event })
    })
  return { name, invoke, stop: async () => void (await worker.terminate()) }
}
