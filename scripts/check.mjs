// The quick gate: types, lint, layers and unit tests. Everything else is `npm test`.
import { spawnSync } from 'node:child_process'

const steps = [
  ['node', ['views/build.ts']],
  ['tsc', ['--noEmit', '-p', '.']],
  ['biome', ['check', '--diagnostic-level=error']],
  ['vitest', ['run', 'tests/rules/layers.test.ts', 'tests/unit']],
]

for (const [command, args] of steps) {
  const { status } = spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' })
  if (status !== 0) process.exit(status ?? 1)
}
