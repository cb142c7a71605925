// tests/GUARANTEES.md has every guarantee, fault and hostile input by its number, and each names a test that is there and that says the number.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const numbers = (letter: string, all: readonly number[]): readonly string[] => all.map((number) => letter + number)
const upTo = (last: number): readonly number[] => Array.from({ length: last }, (_, at) => at + 1)

// As the lists were drawn up; a number that is missing was never given.
const missing = new Set([5, 11, 13, 17, 21, 24, 33, 35, 37, 51, 60, 64, 65, 70, 73, 77, 80, 81])
const asked = [
  ...numbers('G', upTo(20)),
  ...numbers('F', upTo(32)),
  ...numbers(
    'H',
    upTo(84).filter((number) => !missing.has(number)),
  ),
]

type Row = { readonly id: string; readonly tests: readonly string[]; readonly result: string }

const table = readFileSync('tests/GUARANTEES.md', 'utf8')
const rows: readonly Row[] = [...table.matchAll(/^\| ([GFH]\d+) \| (.*) \|$/gm)].map(([, id = '', rest = '']) => ({
  id,
  tests: [...rest.matchAll(/`([\w-]+\/[\w./-]+)`/g)].map(([, name = '']) => name),
  result: rest.split(' | ').at(-1) ?? '',
}))

const fileOf = (name: string): string | undefined =>
  [`tests/${name}.test.ts`, `tests/${name}.ts`].find((path) => existsSync(path))

// What a test says of itself, in its titles and its data: not its comments.
const said = (path: string): string => readFileSync(path, 'utf8').replace(/^\s*\/\/.*$/gm, '')

describe('the table of guarantees', () => {
  it('has every number once', () => {
    expect(rows.map(({ id }) => id)).toEqual(asked)
  })

  it('names tests that are there', () => {
    const gone = rows.flatMap(({ id, tests }) =>
      tests.filter((name) => fileOf(name) === undefined).map((name) => `${id}: there is no ${name}`),
    )
    expect(gone).toEqual([])
  })

  it('says of each number which test shows it, by that number', () => {
    const unsaid = rows.filter(({ id, tests }) => {
      const [first = ''] = tests
      const path = fileOf(first)
      return path === undefined || !new RegExp(`\\b${id}\\b`).test(said(path))
    })
    expect(unsaid.map(({ id, tests }) => `${id} is in no title of ${tests[0] ?? 'any test'}`)).toEqual([])
  })

  it('leaves none that is not shown', () => {
    const open = rows.filter(({ result }) => result !== 'holds')
    expect(open.map(({ id, result }) => [id, result])).toEqual([])
  })

  it('quotes titles of tests of the templates as they are', () => {
    const infra = readdirSync('tests/infra')
      .filter((name) => name.endsWith('.test.ts'))
      .map((name) => readFileSync(`tests/infra/${name}`, 'utf8'))
      .join('')
    const quoted = [...table.matchAll(/“([^”]+)”/g)].map(([, title = '']) => title)
    expect(quoted.length).toBeGreaterThan(30)
    expect(quoted.filter((title) => !infra.includes(`'${title}'`))).toEqual([])
  })
})
