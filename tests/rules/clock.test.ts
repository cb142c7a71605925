// The machine's date is read in few places, each named here with its reason. Everywhere else time comes in by the door,
// so that the product and its tests are right on any day.
import { describe, expect, it } from 'vitest'
import { type Source, sources } from './sources.ts'

// By name, wherever its folder.
const mayRead: readonly (readonly [RegExp, string])[] = [
  [/^functions\/adapters\/.*system\.ts$/, 'It is the clock.'],
  [/^infra\/local\/.*clock\.ts$/, 'It is the local clock, which stands so far from the machine’s.'],
  [/^functions\/adapters\/.*log\.ts$/, 'A log line says when it was written.'],
  [
    /^functions\/adapters\/aws\/s3-signing\.ts$/,
    'The S3 client signs a form by the machine’s time, which the product’s is held against.',
  ],
  [/^functions\/adapters\/aws\/plain-signer\.ts$/, 'AWS holds the time of a signature against its own.'],
  [/^infra\/local\/identity\/kept\.ts$/, 'The sign-in library on the other side lives by the machine’s date.'],
  [/^tests\/integration\/.*forged-tokens\.test\.ts$/, 'The sign-in library judges a token by the machine’s date.'],
]

const reads = /\bDate\.now\b|\bnew Date\(\s*\)|\bTemporal\.Now\b|(?<![\w.])(?<!new )Date\(\s*\)/

const readers = (all: readonly Source[]): readonly string[] =>
  all
    .filter(({ text }) => reads.test(withoutComments(text)))
    .filter(({ path }) => !mayRead.some(([pattern]) => pattern.test(path)))
    .map(({ path }) => `${path} reads the machine's date: take the clock, or in a test the world's`)

const withoutComments = (text: string): string => text.replace(/^\s*(\/\/|\*).*$/gm, '')

const mine = 'tests/rules/clock.test.ts'

describe('the machine’s date', () => {
  it('is read by the clock alone, in the product and in its tests', () => {
    const all = ['functions/', 'infra/', 'views/', 'scripts/', 'tests/'].flatMap(sources)
    expect(all.length).toBeGreaterThan(500)
    expect(readers(all.filter(({ path }) => path !== mine))).toEqual([])
  })

  it.each(['Date.now()', '[1].map(Date.now)', 'new Date()', 'Temporal.Now.instant()', 'String(Date())'])(
    'is seen where %s reads it',
    (text) => {
      expect(readers([{ path: 'tests/unit/one.test.ts', text: `const at = ${text}`, imports: [] }]).length).toBe(1)
    },
  )

  it.each(['new Date(now)', 'Date.parse(day)', 'performance.now()', 'isoDate()', '// Not Date.now().'])(
    'is not seen in %s',
    (text) => {
      expect(readers([{ path: 'tests/unit/one.test.ts', text, imports: [] }])).toEqual([])
    },
  )
})
