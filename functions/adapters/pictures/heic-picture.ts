// A HEIC photo as the JPG that browsers show. In a thread of its own, so that a photo which never ends, or is too much for the memory of the
// decoder, costs its copy alone; and loaded with the first such photo, as most files are none.
import { dirname, extname, join } from 'node:path'

// A photo of 49 million pixels takes 2 seconds on one core.
const mostMs = 60_000

// Undefined where it cannot be made.
export const heicPicture = async (content: Uint8Array): Promise<Uint8Array | undefined> => {
  const { Worker } = await import('node:worker_threads')
  return new Promise((resolve) => {
    // What the decoder prints of a damaged file is read by nobody.
    const thread = new Worker(threadFile(), { workerData: content, stdout: true, stderr: true })
    const timer = setTimeout(() => void thread.terminate(), mostMs)
    thread.once('message', (made: unknown) => resolve(made instanceof Uint8Array ? made : undefined))
    thread.once('error', () => resolve(undefined))
    thread.once('exit', () => {
      clearTimeout(timer)
      resolve(undefined)
    })
  })
}

// Beside this file: the source beside the source, the bundle beside the bundle.
const threadFile = (): string => {
  const here = import.meta.filename
  return join(dirname(here), `heic-worker${extname(here)}`)
}
