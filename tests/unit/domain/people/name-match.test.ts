// Names as callers say them beside names as cases have them (docs/rules/casework.md, “Search”).
import { describe, expect, it } from 'vitest'
import { matchOf } from '#domain/people/name-match.ts'
import { spellingPairs, strangers } from '#tests/support/people/spelling-pairs.ts'

const others: readonly (readonly [string, string])[] = [
  ...strangers,
  ['Smith Smith', 'John Smith'],
  ['', 'John Smith'],
  ['John Smith', ''],
]

describe('a typed name', () => {
  it.each(spellingPairs.map(([typed, stored, tier]) => ({ typed, stored, tier })))(
    '“$typed” beside “$stored”: $tier',
    (one) => {
      const { typed, stored, tier } = one
      const is = matchOf(typed, stored)
      if (tier === 'none') expect(is).toBeUndefined()
      else expect(is).toBe(tier ?? is ?? 'A')
    },
  )

  it.each(others)('“%s” does not find “%s”', (typed, stored) => {
    expect(matchOf(typed, stored)).toBeUndefined()
  })

  it('never calls one family name another by the same letters: Chan and Chen', () => {
    expect(matchOf('Chan Mei', 'Chen Mei')).not.toBe('A')
  })
})
