// Keeps what a release stores, and the release itself, for tests of the next one
// (docs/guarantees.md, "Guarantees", G18): `node scripts/keep-release.ts <commit>` once it
// has gone out.
// The commit's own code runs in a work tree of its own and fills its own tables.
import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'

const [commit = ''] = process.argv.slice(2)
if (!/^[0-9a-f]{7,40}$/.test(commit)) throw new Error('Say of which commit: node scripts/keep-release.ts 0d5e7a4')

const folder = 'tests/support/releases'
const tree = join(mkdtempSync(join(tmpdir(), 'guildhall-release-')), 'tree')
const run = (command: string, args: readonly string[], cwd: string): void => {
  execFileSync(command, args, { cwd, stdio: 'inherit' })
}

const parts = ['functions', 'infra/local', 'views', 'package.json']
const sources = execFileSync('git', ['archive', commit, ...parts], { maxBuffer: 64 * 1024 * 1024 })
writeFileSync(resolve('tests/fixtures/previous-release.tar.br'), brotliCompressSync(sources))

run('git', ['worktree', 'add', '--detach', tree, commit], '.')
try {
  symlinkSync(resolve('node_modules'), join(tree, 'node_modules'))
  mkdirSync(join(tree, folder), { recursive: true })
  for (const file of ['keep.ts', 'kept.ts', 'leave.ts']) copyFileSync(join(folder, file), join(tree, folder, file))
  run(process.execPath, ['--input-type=module', '-e', "await (await import('./views/build.ts')).buildViews()"], tree)
  run(process.execPath, [join(folder, 'keep.ts'), join(tree, 'kept.json')], tree)
  const kept = resolve('tests/fixtures/previous-release.json.gz')
  writeFileSync(kept, gzipSync(readFileSync(join(tree, 'kept.json')), { level: 9 }))
  process.stdout.write(`Kept what ${commit} stores in ${kept}\n`)
} finally {
  run('git', ['worktree', 'remove', '--force', tree], '.')
  rmSync(resolve(tree, '..'), { recursive: true, force: true })
}
