// House style, as far as a program can see it.
import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { services } from '#services/catalogue.ts'
import { citizenRoutes } from '#web/citizen/routes.ts'
import { staffRoutes } from '#web/staff/routes.ts'
import { sources } from './sources.ts'

const product = ['functions/', 'infra/', 'views/', 'scripts/'].flatMap(sources)

describe('the house', () => {
  it('keeps files to 250 lines', () => {
    const long = product
      .filter(({ text }) => text.split('\n').length > 251)
      .map(({ path, text }) => `${path} has ${text.split('\n').length - 1} lines: split it where its nouns part`)
    expect(long).toEqual([])
  })

  it('has no drawer whose name says nothing', () => {
    const drawers = product
      .filter(({ path }) => /(^|\/)(utils?|helpers?|common|shared|misc|lib|types|manager)(\/|\.ts$)/.test(path))
      .map(({ path }) => `${path}: a name is a noun or verb that a caseworker would use`)
    expect(drawers).toEqual([])
  })

  it('builds keys in one place', () => {
    const homes = ['functions/adapters/dynamo/table.ts', 'functions/adapters/dynamo/sharing/sharing-keys.ts']
    const prefix =
      /[`'"](DRAFT|CASE|REF|TEXT|MESSAGE|FIND|CLAIM|CODE|COUNT|SESSION|WORK|STATE|MINE|DUE|QUEUE|PLACE|PERSON|STAFF|TASKS?)#/
    const wrong = product
      .filter(({ path, text }) => !homes.includes(path) && /^functions\/|^infra\/local/.test(path) && prefix.test(text))
      .map(({ path }) => `${path} builds a key: only adapters/dynamo/table.ts does`)
    expect(wrong).toEqual([])
  })

  // When the first one comes: formulas in cells are defused (H19), and many rows are a job with a quota, on record (H82).
  it('gives out no spreadsheet and no rows in bulk (H19, H82)', () => {
    const gives = /text\/csv|spreadsheetml|\.(csv|xlsx)\b|csv-stringify/
    // Sums of months that are public anyway: no row is of a person (tests/integration/measures/counting.test.ts).
    const sums = [
      'functions/domain/measures/published/',
      'functions/web/citizen/performance/',
      'functions/web/show/measures/',
      // One case's audit log, for auditors, each time on record (tests/integration/casework/trail.test.ts).
      'functions/domain/audit/',
      'functions/web/staff/work/trail.ts',
      // What is held about one person, for them, each time on record (tests/integration/casework/copies.test.ts).
      'functions/web/staff/copies/',
      // What a manager sees on a list, for a purpose, on record, many of them by two people (tests/integration/sharing/lists.test.ts).
      'functions/web/staff/lists/',
      // Sums of a service's months, for the manager of its team: no row is of a person (tests/integration/booking/front-desk.test.ts).
      'functions/web/staff/measures/times.ts',
    ]
    const made = product.filter(
      ({ path, text }) =>
        path.startsWith('functions/') && !sums.some((folder) => path.startsWith(folder)) && gives.test(text),
    )
    expect(made.map(({ path }) => `${path} gives out rows: show H19 and H82 of it, by name`)).toEqual([])
    const addresses = [...citizenRoutes(services), ...staffRoutes].map(({ path }) => path)
    expect(addresses.filter((path) => /export|download|report/.test(path))).toEqual([])
  })

  it('leaves nothing open', () => {
    const open = /\b(TODO|FIXME|XXX)\b|not implemented|\.(skip|todo|only)\(/
    const wrong = [...product, ...sources('tests/')]
      .filter(({ path, text }) => path !== 'tests/rules/house.test.ts' && open.test(text))
      .map(({ path }) => `${path} leaves something open`)
    expect(wrong).toEqual([])
  })

  it('never turns an answer into HTML: no |safe, no html option filled from a variable of a person (H6)', () => {
    const views = spawnSync('grep', ['-rnE', String.raw`\|\s*safe\b`, 'views', '--include=*.njk'], {
      encoding: 'utf8',
    }).stdout
    expect(views.split('\n').filter((line) => line !== '')).toEqual([])
    const rendered = product.filter(({ text }) => /renderString/.test(text)).map(({ path }) => path)
    expect(rendered).toEqual([])
  })

  it('passes the linter: floating promises, any, long functions and the rest', () => {
    const { status, stdout, stderr } = spawnSync(
      'biome',
      ['check', '--diagnostic-level=error', '--max-diagnostics=20'],
      { encoding: 'utf8' },
    )
    expect(status === 0 ? '' : stdout + stderr).toBe('')
  }, 120_000)

  it('passes the type checker', () => {
    const { status, stdout } = spawnSync('tsc', ['--noEmit', '-p', '.'], { encoding: 'utf8' })
    expect(status === 0 ? '' : stdout).toBe('')
  }, 120_000)
})
