// Import-and-init time of each bundle in a new process, beside an empty handler's.
import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { type Bundle, startFile } from '#infra/bundle.ts'

type Env = Readonly<Record<string, string>>

const rounds = 9

// Milliseconds, the median of nine processes.
export const initMs = (bundles: readonly Bundle[], env: Env): ReadonlyMap<string, number> => {
  mkdirSync('.built/bench', { recursive: true })
  writeFileSync('.built/bench/empty.cjs', 'exports.handler = async () => ({})\n')
  writeFileSync(
    '.built/bench/init.cjs',
    'const t = performance.now(); require(process.argv[2]); console.log(performance.now() - t)\n',
  )
  const files: readonly (readonly [string, string])[] = [
    ['empty', `${process.cwd()}/.built/bench/empty.cjs`],
    ...bundles.map(({ name }) => [name, startFile(name)] as const),
  ]
  return new Map(files.map(([name, file]) => [name, median(Array.from({ length: rounds }, () => once(file, env)))]))
}

const once = (file: string, env: Env): number => {
  const { stdout, stderr } = spawnSync(process.execPath, ['.built/bench/init.cjs', file], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  })
  const ms = Number(stdout.trim().split('\n').at(-1))
  if (Number.isNaN(ms) || stdout === '') throw new Error(`The bundle ${file} does not start: ${stderr}`)
  return ms
}

export const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0
