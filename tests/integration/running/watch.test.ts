// `npm start -- --watch`: whoever works on the code sees what they changed.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { startWatching, type Watching } from '#infra/local/process/watch.ts'

const folder = mkdtempSync(join(tmpdir(), 'guildhall-watch-'))
const [source, said] = [join(folder, 'source'), join(folder, 'said')]
const page = join(source, 'page.mjs')

// Says that it is up, and goes on until it is ended.
const program = (words: string): string =>
  `import { appendFileSync } from 'node:fs'
appendFileSync(${JSON.stringify(said)}, ${JSON.stringify(words)} + process.argv.slice(2).join(' ') + '\\n')
setInterval(() => {}, 1000)
`

const lines = (): readonly string[] => readFileSync(said, 'utf8').split('\n').slice(0, -1)
const saysNow = (wanted: readonly string[]): Promise<void> =>
  vi.waitFor(() => expect(lines()).toEqual(wanted), { timeout: 20_000, interval: 50 })

let watching: Watching
beforeAll(() => {
  mkdirSync(source)
  writeFileSync(said, '')
  writeFileSync(page, program('first '))
  watching = startWatching({ args: [page, '--fresh'], again: [page], folders: [source] })
})
afterAll(async () => {
  await watching.close()
  rmSync(folder, { recursive: true })
})

it('starts the product again when a source changes, with what was kept, and after a mistake too', async () => {
  await saysNow(['first --fresh'])
  writeFileSync(page, program('second'))
  await saysNow(['first --fresh', 'second'])
  writeFileSync(page, `${program('mistaken')}process.exit(1)`)
  await saysNow(['first --fresh', 'second', 'mistaken'])
  writeFileSync(page, program('third'))
  await saysNow(['first --fresh', 'second', 'mistaken', 'third'])
})
