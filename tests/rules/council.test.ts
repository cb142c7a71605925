// What is true of the council stands in one file, so that another council takes this over by it: its
// name, sender, telephone numbers, offices and addresses, and one file for its looks.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { council } from '#services/council.ts'
import { type Source, sources } from './sources.ts'

const all = ['functions/', 'infra/', 'views/'].flatMap((folder) => sources(folder))

// Papers of the council's are called by their titles, wherever they are cited.
const cites = (path: string): boolean =>
  /^functions\/services\/housing\/rules\/(packs\/|ground\/sources\.ts|reviews\.ts)/.test(path)

const said = ({ text }: Source): string => text.replace(/^\s*\/\/.*$/gm, '')

const facts: readonly string[] = [
  council.name,
  council.sender,
  council.securityEmail,
  council.alarmsEmail,
  ...Object.values(council.phones),
  ...Object.values(council.phoneHours),
  ...Object.values(council.offices).flatMap(({ lines }) => [lines[0], lines[2]]),
]

describe('The council', () => {
  it.each(facts)('is said in functions/services/council.ts, and typed nowhere else: %s', (fact) => {
    const typed = all.filter((source) => said(source).includes(fact) && !cites(source.path))
    expect(typed.map(({ path }) => path)).toEqual(['functions/services/council.ts'])
  })

  it('has a telephone number of its own typed nowhere else', () => {
    // Numbers that Ofcom keeps for drama stand for the council's own.
    const typed = all.filter((source) => /01632 ?960/.test(said(source)) && !source.path.endsWith('fields/phone.ts'))
    expect(typed.map(({ path }) => path)).toEqual(['functions/services/council.ts'])
  })

  it('has a colour of its own, in views/theme.scss alone', () => {
    const [, brand = 'none'] = /^\$council-brand: (#\w+);$/m.exec(readFileSync('views/theme.scss', 'utf8')) ?? []
    const files = ['parts/head.njk', 'assets/icon.svg', 'assets/_council.scss', 'assets/_desk.scss']
    expect(files.filter((name) => readFileSync(`views/${name}`, 'utf8').includes(brand))).toEqual([])
  })
})
