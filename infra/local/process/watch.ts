// Starts a program, and again whenever a file in one of some folders changes: for whoever works on
// the code. The data stay, and with them sessions and what was typed.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { watch } from 'node:fs'

type Watched = {
  // Of Node. What `again` says is run in its place after the first time.
  readonly args: readonly string[]
  readonly again: readonly string[]
  readonly folders: readonly string[]
}

/** Ends the program, and the watching with it. */
export type Watching = { readonly close: () => Promise<void> }

export const startWatching = ({ args, again, folders }: Watched): Watching => {
  let child = started(args)
  let last = Promise.resolve()
  let soon: NodeJS.Timeout | undefined
  const restart = async (): Promise<void> => {
    await ended(child)
    child = started(again)
  }
  const changed = (): void => {
    clearTimeout(soon)
    soon = setTimeout(() => {
      last = last.then(restart)
    }, quietMs)
  }
  const watchers = folders.map((folder) => watch(folder, { recursive: true }, changed))
  return {
    close: async () => {
      clearTimeout(soon)
      for (const one of watchers) one.close()
      await last
      await ended(child)
    },
  }
}

// An editor writes a file in several steps, and a person saves several files.
const quietMs = 150

const started = (args: readonly string[]): ChildProcess => spawn(process.execPath, args, { stdio: 'inherit' })

// One that a mistake has ended already waits for the next change.
const ended = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exit = once(child, 'exit')
  child.kill('SIGTERM')
  await exit
}
