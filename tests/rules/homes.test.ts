// One word, one meaning (docs/glossary.md): a type that others use is declared in one file.
import { describe, expect, it } from 'vitest'
import { sources } from './sources.ts'

describe('an exported type', () => {
  it('has one home', () => {
    const homes = new Map<string, string[]>()
    for (const { path, text } of ['functions/', 'infra/', 'scripts/', 'views/'].flatMap(sources))
      for (const [, name = ''] of text.matchAll(/^export type (\w+)/gm))
        homes.set(name, [...(homes.get(name) ?? []), path])
    expect(homes.size).toBeGreaterThan(500)
    expect([...homes].filter(([, files]) => files.length > 1)).toEqual([])
  })
})
