// One word, one meaning (docs/glossary.md): what others use by a name is declared in one file.
import { describe, expect, it } from 'vitest'
import { sources } from './sources.ts'

const parts = ['functions/', 'infra/', 'scripts/', 'views/']

const homesOf = (declared: RegExp): ReadonlyMap<string, readonly string[]> => {
  const homes = new Map<string, string[]>()
  for (const { path, text } of parts.flatMap(sources))
    for (const [, name = ''] of text.matchAll(declared)) homes.set(name, [...(homes.get(name) ?? []), path])
  return homes
}

describe('an exported type', () => {
  it('has one home', () => {
    const homes = homesOf(/^export type (\w+)/gm)
    expect(homes.size).toBeGreaterThan(500)
    expect([...homes].filter(([, files]) => files.length > 1)).toEqual([])
  })
})

// One thing has one name on each of these: a kind of question where it is asked, answered and shown; what every service has; a page for
// residents, staff, programs and the public; what a function starts with.
const floors = [
  ...[
    /^functions\/domain\/forms\/ask\.ts$/,
    /^functions\/domain\/forms\/fields\//,
    /^functions\/web\/show\/controls\//,
  ],
  ...[
    /^functions\/services\/\w+\//,
    /^functions\/web\/(show\/)?(citizen|staff|api|measures)\//,
    /^functions\/[\w-]+\.ts$/,
  ],
]

const floorOf = (path: string): string =>
  floors.flatMap((floor) => floor.exec(path)?.[0] ?? []).at(0) ?? 'anywhere else'

const isSameThing = (files: readonly string[]): boolean => {
  const on = files.map(floorOf)
  return !on.includes('anywhere else') && new Set(on).size === files.length
}

describe('an exported value', () => {
  it('has one home, or is one thing on several floors', () => {
    const homes = homesOf(/^export (?:const|async function|function|class) (\w+)/gm)
    expect(homes.size).toBeGreaterThan(1500)
    expect([...homes].filter(([, files]) => files.length > 1 && !isSameThing(files))).toEqual([])
  })
})
