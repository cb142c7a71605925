// How a part of a name sounds: codes that names share which are spelled otherwise (Double Metaphone, Lawrence Philips, C/C++ Users
// Journal, June 2000).
import { doubleMetaphone } from 'double-metaphone'
import { allVariants, variantOf } from './variants.ts'

// None for what is too short to sound like something else.
export const codesOf = (part: string): readonly string[] =>
  part.length < 3 ? [] : [...new Set(doubleMetaphone(part.replace('mps', 'ms')))].filter((code) => code !== '')

// Under which a part stands: its variant group, else how it sounds, else its letters.
export const standsUnder = (part: string): readonly string[] => {
  const group = variantOf(part)
  if (group !== undefined) return [`k:${group}`]
  const codes = codesOf(part)
  return codes.length === 0 ? [`n:${part}`] : codes.map((code) => `p:${code}`)
}

// Under which it is looked for, likeliest first: a name beside a group is met by its sound, and a group’s by its group.
export const lookedUnder = (part: string): readonly string[] => {
  const codes = codesOf(part).map((code) => `p:${code}`)
  const groups = codesOf(part).flatMap((code) => groupsThatSound.get(code) ?? [])
  return [...new Set([...standsUnder(part), ...codes, ...groups.map((group) => `k:${group}`)])]
}

const groupsThatSound: ReadonlyMap<string, readonly string[]> = [...allVariants].reduce((all, [name, group]) => {
  for (const code of codesOf(name)) all.set(code, [...new Set([...(all.get(code) ?? []), group])])
  return all
}, new Map<string, readonly string[]>())
