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

// Milliseconds from a process' beginning to the end of its first answer, the median of nine processes.
export const coldMs = (name: string, path: string, env: Env): number => {
  writeFileSync('.built/bench/cold.cjs', cold)
  const all = Array.from({ length: rounds }, () => once(startFile(name), env, ['.built/bench/cold.cjs', path]))
  return median(all)
}

// What it logs is made and thrown away.
const cold = `const [, , path, file] = process.argv, say = process.stdout.write.bind(process.stdout)
process.stdout.write = () => true
const event = {
  version: '2.0', rawPath: path, rawQueryString: '', headers: {}, isBase64Encoded: false,
  requestContext: { requestId: 'cold', http: { method: 'GET', path } },
}
require(file).handler(event, {}).then(({ statusCode }) => {
  say(statusCode === 200 ? String(performance.now()) : 'no page')
  process.exit(0)
})
`

const once = (file: string, env: Env, first: readonly string[] = ['.built/bench/init.cjs']): number => {
  const { stdout, stderr } = spawnSync(process.execPath, [...first, file], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  })
  const ms = Number(stdout.trim().split('\n').at(-1))
  if (Number.isNaN(ms) || stdout === '') throw new Error(`The bundle ${file} does not start: ${stderr}`)
  return ms
}

export const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0
