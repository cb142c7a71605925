// One JSON line to standard output, where CloudWatch Logs takes it up. Awaiting nothing: the line is written before the answer goes.
import type { Log } from '#usecases/log.ts'

export const consoleLog =
  (service: string): Log =>
  (line) => {
    process.stdout.write(`${JSON.stringify({ ts: new Date().toISOString(), service, ...line })}\n`)
  }
