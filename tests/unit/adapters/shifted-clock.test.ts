// The product's clock on a laptop: shifted by what a file says, and never silently by nothing.
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { systemClock } from '#adapters/system.ts'
import { localClock } from '#infra/local/clock.ts'

const file = (): string => join(mkdtempSync(join(tmpdir(), 'guildhall-clock-')), 'clock.json')

it('goes by the machine where nobody ever shifted it', () => {
  expect(localClock(file()).read().offset).toBe('PT0S')
  expect(systemClock(file()).now()).toBeGreaterThan(0)
})

it.each(['', '{"offset":"P2', '{}', 'null', '{"offset":"P2D","offsetMs":"2"}'])(
  'says so where its file cannot be read: %s',
  (text) => {
    const broken = file()
    writeFileSync(broken, text)
    expect(() => localClock(broken).now()).toThrow('Delete it to go by the machine’s clock')
    expect(() => systemClock(broken).now()).toThrow()
  },
)

it('is mended by setting it again', () => {
  const broken = file()
  writeFileSync(broken, 'x')
  localClock(broken).shift('P2D')
  expect(localClock(broken).read().offset).toBe('P2D')
})
