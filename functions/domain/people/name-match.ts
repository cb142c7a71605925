// Is a typed name this person’s? A the same letters, B a variant among them, C it sounds like it. The order of parts never matters, and
// each typed part must meet a part of its own.
import { type NamePart, namePartsOf, neighbours } from './name-parts.ts'
import { codesOf } from './sounds.ts'
import { variantOf } from './variants.ts'

export type Tier = 'A' | 'B' | 'C'

export const matchOf = (typed: string, stored: string): Tier | undefined =>
  matchParts(namePartsOf(typed), namePartsOf(stored))

export const matchParts = (typed: readonly NamePart[], stored: readonly NamePart[]): Tier | undefined => {
  if (typed.length === 0 || stored.length === 0) return undefined
  const found = readings(typed).flatMap((asked) => readings(stored).flatMap((had) => assigned(asked, had) ?? []))
  return best(found)
}

// `joined`: two neighbours that are read as one word count where the letters are the same, and no further.
type Read = NamePart & { readonly joined?: true }

const readings = (parts: readonly NamePart[]): readonly (readonly Read[])[] => [
  parts,
  ...neighbours(parts).map((word, at) => [
    ...parts.slice(0, at),
    { full: word, bare: word, joined: true as const },
    ...parts.slice(at + 2),
  ]),
]

const order: readonly Tier[] = ['A', 'B', 'C']
const best = (tiers: readonly Tier[]): Tier | undefined => order.find((tier) => tiers.includes(tier))
const worse = (one: Tier, other: Tier): Tier => (order.indexOf(one) > order.indexOf(other) ? one : other)

// The best way to give each typed part a stored part of its own.
const assigned = (typed: readonly Read[], stored: readonly Read[]): Tier | undefined => {
  const [first, ...rest] = typed
  if (first === undefined) return 'A'
  const found = stored.flatMap((part, at) => {
    const here = tierOf(first, part)
    const others = here && assigned(rest, stored.toSpliced(at, 1))
    return here === undefined || others === undefined ? [] : [worse(here, others)]
  })
  return best(found)
}

const tierOf = (typed: Read, stored: Read): Tier | undefined => {
  const forms = (part: Read): readonly string[] => [part.full, part.bare]
  if (forms(typed).some((form) => forms(stored).includes(form))) return 'A'
  if (typed.joined === true || stored.joined === true) return undefined
  const group = variantOf(typed.full)
  if (group !== undefined && group === variantOf(stored.full)) return 'B'
  if (typed.full.length === 1 && stored.full.startsWith(typed.full)) return 'C'
  return forms(typed).some((form) => forms(stored).some((other) => soundsLike(form, other))) ? 'C' : undefined
}

const soundsLike = (one: string, other: string): boolean => {
  const codes = codesOf(other)
  return codesOf(one).some((code) => codes.includes(code)) && distance(one, other) <= allowed(one, other)
}

const allowed = (one: string, other: string): number => {
  const length = Math.min(one.length, other.length)
  if (length < 5) return 1
  return length < 7 ? 2 : 3
}

// Damerau and Levenshtein: letters put in, left out, changed, or two that changed places.
export const distance = (one: string, other: string): number => {
  let [before, last] = [[] as number[], Array.from({ length: other.length + 1 }, (_, at) => at)]
  for (let row = 1; row <= one.length; row += 1) {
    const line = [row]
    for (let at = 1; at <= other.length; at += 1) {
      const same = one[row - 1] === other[at - 1] ? 0 : 1
      const swapped = one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1] && row > 1 && at > 1
      line[at] = Math.min(
        (last[at] ?? 0) + 1,
        (line[at - 1] ?? 0) + 1,
        (last[at - 1] ?? 0) + same,
        swapped ? (before[at - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      )
    }
    ;[before, last] = [last, line]
  }
  return last[other.length] ?? 0
}
