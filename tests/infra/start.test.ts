// What Lambda starts, and what V8 compiled of a bundle: taken where it fits, and never in the way.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { hashOf } from '#infra/aws/parts/code.ts'
import { putCode } from '#infra/put-code.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'guildhall-start-'))
  cpSync('infra/start/start.cjs', join(folder, 'start.cjs'))
  bundled('hello')
})
afterEach(() => rmSync(folder, { recursive: true }))

// On one line with the rest, as a bundle is: its place must be told as it is there.
const bundled = (word: string): void =>
  writeFileSync(
    join(folder, 'index.cjs'),
    `const say=()=>'${word}';exports.handler=async()=>({said:say(),at:new Error('here').stack.split('\\n')[1],os:require('node:os').EOL,here:__filename})\n`,
  )

const made = (): void => void spawnSync(process.execPath, ['infra/start/make.cjs', folder, 'small'])

const cacheIn = (): string =>
  readdirSync(folder).find((name) => name.startsWith('index') && name.endsWith('.cache')) ?? ''

type Started = {
  readonly said: string
  readonly at: string
  readonly os: string
  readonly here: string
  readonly hit: boolean
}

const started = (): Started => {
  const code = `const { handler, compiled } = require(process.argv[1]); handler().then((all) => console.log(JSON.stringify({ ...all, hit: compiled[0].hit })))`
  return JSON.parse(spawnSync(process.execPath, ['-e', code, join(folder, 'start.cjs')], { encoding: 'utf8' }).stdout)
}

describe('a function', () => {
  it('is not compiled again where what was compiled fits, and does the same either way', () => {
    const before = started()
    made()
    const after = started()
    expect([before.hit, after.hit]).toEqual([false, true])
    expect({ ...after, hit: false }).toEqual(before)
    expect([before.said, before.here]).toEqual(['hello', join(folder, 'index.cjs')])
  })

  it('tells a place in its bundle as it stands there', () => {
    made()
    const column = "const say=()=>'hello';exports.handler=async()=>({said:say(),at:".length + 1
    expect(started().at).toContain(`index.cjs:1:${column}`)
  })

  it('is compiled as ever, in silence, where what lies beside it is of another bundle, is broken or is empty', () => {
    made()
    bundled('hello again')
    expect(started()).toMatchObject({ said: 'hello again', hit: false })
    for (const content of ['broken', '']) {
      writeFileSync(join(folder, cacheIn()), content)
      expect(started()).toMatchObject({ said: 'hello again', hit: false })
    }
  })

  it('is never what was compiled of another text that was as long', async () => {
    made()
    await putCode(join(folder, 'index.cjs'), readFileSync(join(folder, 'index.cjs'), 'utf8').replace('hello', 'hullo'))
    expect(started()).toMatchObject({ said: 'hullo', hit: false })
    made()
    expect(started()).toMatchObject({ said: 'hullo', hit: true })
  })

  it('has a part of it loaded once, when it is asked for, and that too is not compiled again', () => {
    writeFileSync(join(folder, 'part-late.cjs'), 'exports.times=(globalThis.times??=0,globalThis.times+=1)\n')
    const counted = (): unknown => {
      const code = `const { compiled, load } = require(process.argv[1]); const first = compiled.length
        const said = [load('./part-late.cjs').times, load('./part-late.cjs').times]
        console.log(JSON.stringify({ first, said, all: compiled.map(({ name, hit }) => name + ' ' + hit) }))`
      return JSON.parse(
        spawnSync(process.execPath, ['-e', code, join(folder, 'start.cjs')], { encoding: 'utf8' }).stdout,
      )
    }
    const both = (hit: boolean) => ({ first: 1, said: [1, 1], all: [`index.cjs ${hit}`, `part-late.cjs ${hit}`] })
    expect(counted()).toEqual(both(false))
    made()
    expect(counted()).toEqual(both(true))
  })

  it('looks for what its own V8 compiled on its own kind of machine, and for nothing else', () => {
    made()
    expect(cacheIn()).toBe(`index.${process.versions.v8}-${process.arch}.cache`)
  })

  it('is the same code to a deployment however often it was compiled, and other code once a word is another', () => {
    made()
    const before = hashOf(folder)
    writeFileSync(join(folder, cacheIn()), 'other bytes')
    expect(hashOf(folder)).toBe(before)
    bundled('hello again')
    expect(hashOf(folder)).not.toBe(before)
  })
})
