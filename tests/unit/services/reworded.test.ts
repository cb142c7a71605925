// What staff may make of a text's words (docs/rules/texts.md, "Changed words").
import { expect, it } from 'vitest'
import { nextVersion, untouchedWording, withStopped, withWords } from '#domain/texts/wording.ts'
import { services } from '#services/catalogue.ts'
import { longest, mustHave, reworded, weighed, wordingProblems } from '#services/reworded.ts'

const all = services.flatMap(({ texts }) => Object.values(texts))

it('the words of every text have what is asked of new ones, and their longest case is what the networks take', () => {
  for (const template of all) {
    // As if somebody typed them again, with one word more.
    expect([template.id, wordingProblems(template, `${template.words} `)]).toEqual([template.id, []])
    expect(mustHave(template).filter((one) => !template.words.includes(one))).toEqual([])
    expect(longest(template.words)).not.toContain('((')
    expect(weighed(template.words).parts).toBeLessThanOrEqual(2)
  }
})

it('new words are those of the email and the letter too, where they have none of their own', () => {
  const template = all.find(({ id }) => id === 'accepted')
  if (template === undefined) throw new Error('None')
  const words = 'Dorset Council: we decided on ((reference)). See it: ((link))'
  const made = reworded(template, { words, version: 7 })
  expect([made.words, made.version, made.email?.version, made.letter?.version]).toEqual([words, 7, 7, 7])
  expect(made.email?.words).toMatch(/^We decided on \(\(reference\)\)/)
  expect(reworded(template, undefined)).toBe(template)
  const own = all.find(({ id }) => id === 'confirmation')
  expect(own && reworded(own, { words, version: 7 }).email).toEqual(own?.email)
})

it('versions go on from the first words, and what counts changes with each turn', () => {
  expect([nextVersion(1, []), nextVersion(1, [{ version: 4 }]), nextVersion(6, [{ version: 4 }])]).toEqual([2, 5, 7])
  const stopped = withStopped(withWords(untouchedWording, 'a', { words: 'A', version: 2 }), 'a', { by: 'Ann', at: 1 })
  expect(stopped).toEqual({ version: 2, of: { a: { words: 'A', version: 2, stopped: { by: 'Ann', at: 1 } } } })
  expect(withWords(stopped, 'a', undefined).of.a).toEqual({ stopped: { by: 'Ann', at: 1 } })
  expect(withStopped(stopped, 'a', undefined).of.a).toEqual({ words: 'A', version: 2 })
})
