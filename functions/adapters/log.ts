// One JSON line to standard output, where CloudWatch Logs takes it up. Awaiting nothing: the line is written before the answer goes.
import { appendFileSync } from 'node:fs'
import type { Log } from '#usecases/log.ts'

// With `file` (local host only) lines go there, so that its own few words can be read.
export const consoleLog =
  (service: string, file?: string): Log =>
  (line) => {
    const text = `${JSON.stringify({ ts: new Date().toISOString(), service, ...line })}\n`
    if (file === undefined) process.stdout.write(text)
    else appendFileSync(file, text)
  }
