// A comment that points at a paper points at one of this repository, and at a heading that is there.
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { sources } from './sources.ts'

const all = ['functions/', 'infra/', 'views/', 'scripts/', 'tests/'].flatMap(sources)
const here = 'tests/rules/references.test.ts'

// Comments run on over lines.
const words = (text: string): string => text.replace(/\n\s*\/\/ ?/g, ' ')

describe('a reference in a comment', () => {
  it('names a heading that its paper has', () => {
    const named = all.flatMap(({ path, text }) =>
      [...words(text).matchAll(/(docs\/[\w/-]+\.md), ["“]([^"”]+)["”]/g)].map(([, paper = '', heading = '']) => ({
        path,
        paper,
        heading,
      })),
    )
    expect(named.length).toBeGreaterThan(50)
    const lost = named.filter(
      ({ paper, heading }) =>
        !existsSync(paper) ||
        !readFileSync(paper, 'utf8')
          .split('\n')
          .some((line) => line.replace(/^#+ /, '') === heading),
    )
    expect(lost.map(({ path, paper, heading }) => `${path}: ${paper} has no “${heading}”`)).toEqual([])
  })

  it('points at no paper outside the repository', () => {
    const outside =
      /\b(DESIGN|GUARANTEES) [0-9a-z]|\b(housing|planning|bookings|texts|casework|measures)(\.md)? \d+\.\d/
    const wrong = all.filter(({ path, text }) => path !== here && outside.test(text))
    expect(wrong.map(({ path, text }) => `${path}: “${outside.exec(text)?.[0] ?? ''}” is not in docs/`)).toEqual([])
  })
})
