// The release before this one, running: its sources were kept when it went out (scripts/keep-release.ts), so that a copy without the repository's
// history has them too, and its functions answer in a process of their own, in the environment of a test's world. They stand on today's packages: what is shown is our code, not the packages of that day.
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { localClock } from '#infra/local/clock.ts'
import { freePort } from '#infra/local/dynamo.ts'
import { overHttp } from '#tests/support/worlds/over-http.ts'
import type { World } from '#tests/support/worlds/world.ts'
import type { WebHandler } from '#web/stack.ts'

export type Before = {
  readonly citizen: WebHandler
  readonly staff: WebHandler
  // Sends what is due.
  readonly sweep: () => Promise<void>
  // Each thing that went wrong in it, as its log has it.
  readonly surprises: () => readonly string[]
  readonly close: () => Promise<void>
}

// `ahead`: milliseconds that its clock is ahead of the world's.
export const startBefore = async ({ env, clock }: World, ahead: number): Promise<Before> => {
  const tree = treeOf()
  const [clockFile, logFile] = [join(tree, 'clock.json'), join(tree, 'log.jsonl')]
  localClock(clockFile).set(clock.now() + ahead)
  writeFileSync(logFile, '')
  const served = await serve(tree, { ...env, CLOCK_FILE: clockFile, LOG_FILE: logFile })
  const [citizen = '', staff = '', texts = ''] = served.origins
  return {
    citizen: overHttp(citizen),
    staff: overHttp(staff),
    sweep: async () => {
      const { status } = await fetch(texts)
      if (status !== 204) throw new Error(`The release before could not send its texts: ${status}`)
    },
    surprises: () => readFileSync(logFile, 'utf8').match(/^.*"level":"error".*$/gm) ?? [],
    close: served.close,
  }
}

const serve = async (tree: string, env: Readonly<Record<string, string>>) => {
  const ports = [await freePort(), await freePort(), await freePort()]
  const child = spawn(process.execPath, [join(folder, 'serve.ts'), ...ports.map(String)], {
    cwd: tree,
    // Nobody signs in at it: sessions are made here.
    env: { ...process.env, ...env, OIDC_ISSUER: 'http://localhost:9' },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  const close = async (): Promise<void> => {
    child.stdin.end()
    await ended
    rmSync(tree, { recursive: true, force: true })
  }
  const ready = await Promise.race([once(child.stdout, 'data').then(() => true), ended.then(() => false)])
  if (!ready) {
    await close()
    throw new Error('The release before did not start')
  }
  return { origins: ports.map((port) => `http://127.0.0.1:${port}`), close }
}

const folder = 'tests/support/releases'

// Its sources as they were, and what runs them there.
const treeOf = (): string => {
  const sources = brotliDecompressSync(readFileSync('tests/fixtures/previous-release.tar.br'))
  const tree = mkdtempSync(join(tmpdir(), 'guildhall-before-'))
  mkdirSync(join(tree, folder), { recursive: true })
  execFileSync('tar', ['-x', '-C', tree], { input: sources })
  symlinkSync(resolve('node_modules'), join(tree, 'node_modules'))
  copyFileSync('package-lock.json', join(tree, 'package-lock.json'))
  copyFileSync(join(folder, 'serve.ts'), join(tree, folder, 'serve.ts'))
  return tree
}
