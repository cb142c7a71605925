// What a log line says of an error that was thrown: its class and its place in our code. Never its message, which may quote
// what a person typed.

export type Thrown = { readonly error: string; readonly at?: string }

/** `at` is "functions/web/staff/find.ts:23:12 takeFind", or in a bundle "index.cjs:4:1023 q", which `npm run place` reads back. */
export const thrown = (error: unknown): Thrown => {
  if (!(error instanceof Error)) return { error: 'unknown' }
  const [at] = frames(error)
    .filter((frame) => !/node_modules|node:/.test(frame))
    .flatMap((frame) => placeIn(frame) ?? [])
  return { error: nameOf(error), ...(at === undefined ? {} : { at }) }
}

// A class is named by us or by a library: one word.
const nameOf = ({ name }: Error): string => (/^[\w.$]{1,80}$/.test(name) ? name : 'Error')

// The message comes first in a stack, and may itself look like a frame.
const frames = ({ stack = '', message }: Error): readonly string[] => {
  const from = stack.indexOf(message)
  if (from < 0) return []
  return stack
    .slice(from + message.length)
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
}

const placeIn = (frame: string): string | undefined => {
  const [, by = '', file = '', line = ''] = /^\s+at (?:(?:async )?(.+?) \()?([^()]+?):(\d+:\d+)\)?$/.exec(frame) ?? []
  if (file === '') return undefined
  const short =
    /(?:^|[\\/])((?:functions|infra|views|tests|scripts|\.built)[\\/].*)$/.exec(file)?.[1] ?? file.split(/[\\/]/).at(-1)
  return `${short}:${line}${/^[\w.$<> ]{1,80}$/.test(by) ? ` ${by}` : ''}`
}
