// The quick gate: all that `npm test` refuses about the code itself. The rules ask the type checker and
// the linter; layers, names, references and the unit tests are asked beside them. knip names what
// nobody uses: a file, an export, a dependency (knip.jsonc).
import { spawnSync } from 'node:child_process'

const steps = [
  ['node', ['views/build.ts']],
  ['knip', ['--no-progress', '--no-config-hints']],
  ['vitest', ['run', 'tests/rules', 'tests/unit']],
]

for (const [command, args] of steps) {
  const { status } = spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' })
  if (status !== 0) process.exit(status ?? 1)
}
