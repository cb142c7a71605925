// One JSON line to standard output, where CloudWatch Logs takes it up. Awaiting nothing: the line is written before the answer goes.
import { appendFileSync } from 'node:fs'
import { inspect } from 'node:util'
import type { Log, LogLine } from '#usecases/ports/log.ts'

// With `file` (local host only) lines go there, so that its own few words can be read. `version`: Lambda's number of the code
// that speaks, by which a release is told apart from the one before.
export const consoleLog = (service: string, file?: string, version?: string): Log => {
  const lineOf = (line: LogLine): string =>
    `${JSON.stringify({ ts: new Date().toISOString(), service, version, ...line })}\n`
  if (file === undefined) return (line) => void process.stdout.write(lineOf(line))
  return (line, cause) => {
    append(file, lineOf(line))
    // On a laptop an error is shown whole.
    if (cause !== undefined) process.stderr.write(`${line.event}: ${inspect(cause)}\n`)
  }
}

// A disk that is full takes no line, and no answer fails for that.
const append = (file: string, text: string): void => {
  try {
    appendFileSync(file, text, { mode: 0o600 })
  } catch {
    process.stderr.write(text)
  }
}
