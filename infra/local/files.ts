// Files on this machine: the two buckets, and what happens around quarantine in AWS: EventBridge tells that a file landed, the scanner
// looks into it and tells what it found.

import { endOf } from './process/under-way.ts'
import { startS3 } from './s3/server.ts'
import { diskStore, type Store } from './s3/store.ts'
import { type Landed, landedEvent, scanEvent } from './scanner.ts'

export type FileSettings = {
  readonly port: number
  readonly directory: string
  // Called with the events of EventBridge, as the function that checks uploads is in AWS.
  readonly checkUpload: (event: unknown) => Promise<unknown>
  // Whose pages' scripts may post to quarantine.
  readonly origin: string
  // What forms and addresses are signed with.
  readonly secret: string
  // The product's time: what a form or an address was signed at is judged by it.
  readonly now: () => number
  readonly scanMs?: number
}

export type Files = {
  // For the SDK: S3_ENDPOINT.
  readonly endpoint: string
  // For browsers' forms: UPLOAD_URL.
  readonly uploadUrl: string
  readonly store: Store
  // Resolves when nothing that landed waits for its verdict.
  readonly settled: () => Promise<void>
  readonly close: () => Promise<void>
}

export const quarantine = 'guildhall-quarantine'
export const clean = 'guildhall-clean'
// Of the audit trail: nothing flows into it here; its tests fill it.
export const archive = 'guildhall-archive'

export const startFiles = async (settings: FileSettings): Promise<Files> => {
  const store = diskStore(settings.directory, [quarantine, clean, archive], settings.now)
  const waiting = new Set<Promise<void>>()
  const tell = (landed: Landed): void => {
    const done = told(settings, store, landed).finally(() => waiting.delete(done))
    waiting.add(done)
  }
  const server = await startS3({
    port: settings.port,
    store,
    secret: settings.secret,
    origin: settings.origin,
    now: settings.now,
    onStored: (bucket, about) => (bucket === quarantine ? tell({ bucket, about }) : undefined),
  })
  const end = endOf(server)
  // What landed before a restart and was not judged yet.
  for (const about of await store.list(quarantine, '')) tell({ bucket: quarantine, about })
  const endpoint = `http://localhost:${settings.port}`
  return {
    endpoint,
    uploadUrl: `${endpoint}/${quarantine}`,
    store,
    settled: async () => {
      while (waiting.size > 0) await Promise.all(waiting)
    },
    // What landed is checked first: the check reads it here.
    close: async () => {
      while (waiting.size > 0) await Promise.all(waiting)
      await end()
    },
  }
}

const told = async (settings: FileSettings, store: Store, landed: Landed): Promise<void> => {
  await invoked(settings, landedEvent(landed, settings.now()))
  await pause(settings.scanMs ?? 400)
  const content = await store.content(landed.bucket, landed.about.key).catch(() => undefined)
  if (content !== undefined) await invoked(settings, scanEvent(landed, content, settings.now()))
}

// As Lambda invokes asynchronously: an event that failed is handed over twice more.
const invoked = async (settings: FileSettings, event: object, tries = 3): Promise<void> => {
  try {
    await settings.checkUpload(event)
  } catch {
    if (tries === 1) return
    await pause(200)
    await invoked(settings, event, tries - 1)
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
