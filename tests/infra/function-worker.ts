// A Lambda's environment in a thread: its own process.env, its bundle loaded once, one event after another.
import { createRequire } from 'node:module'
import { parentPort, workerData } from 'node:worker_threads'

const { file }: { readonly file: string } = workerData
const { handler } = createRequire(import.meta.url)(file)

type Call = { readonly id: number; readonly event: unknown }

parentPort?.on('message', async ({ id, event }: Call) => {
  try {
    parentPort?.postMessage({ id, result: await handler(event, { getRemainingTimeInMillis: () => 10_000 }) })
  } catch (error) {
    parentPort?.postMessage({ id, error: error instanceof Error ? error.message : 'unknown' })
  }
})
