// Runs before every npm script, on any Node from 18: installs what the lockfile names when it is missing or has changed, and makes the views where
// there are none yet, which the functions' sources import.
import { spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'

const installed = 'node_modules/.package-lock.json'
const wanted = 'package-lock.json'

const stale = () => !existsSync(installed) || statSync(installed).mtimeMs < statSync(wanted).mtimeMs

const run = (command, args) => {
  const { status } = spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' })
  if (status !== 0) process.exit(status ?? 1)
}

if (stale()) {
  console.log('Installing what package-lock.json names: npm ci')
  run('npm', ['ci', '--no-audit', '--no-fund'])
}

const major = spawnSync('node_modules/.bin/node', ['--version'], { encoding: 'utf8' }).stdout?.trim() ?? ''
if (!major.startsWith('v24')) {
  console.error(
    `Guildhall runs on Node 24, as on Lambda; node_modules/.bin/node is ${major || 'missing'}. Remove node_modules and run the command again.`,
  )
  process.exit(1)
}

if (!existsSync('.built/assets.mjs')) run('node_modules/.bin/node', ['views/build.ts'])
