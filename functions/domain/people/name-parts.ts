// A name in the parts that it is found by (docs/rules/casework.md, “Search”): without capitals, accents, titles and particles, in any order.
export type NamePart = {
  // As folded: 'obrien'.
  readonly full: string
  // Without O’ or D’: 'brien'. The same as `full` for all others.
  readonly bare: string
}

const letters: Readonly<Record<string, string>> = { ł: 'l', ø: 'o', đ: 'd', ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th', ı: 'i' }
const titles = new Set(['mr', 'mrs', 'ms', 'miss', 'mx', 'dr', 'sir', 'dame', 'rev', 'prof'])
const particles = new Set(['de', 'da', 'di', 'du', 'van', 'von', 'der', 'den', 'al', 'el', 'bin', 'bint', 'ibn'])
const prefixes = new Set(['o', 'd', 'mc', 'mac'])
const mostParts = 8

export const namePartsOf = (name: string): readonly NamePart[] => {
  const words = joined(wordsOf(name)).filter((word) => !titles.has(word))
  const telling = words.filter((word) => !particles.has(word))
  return (telling.length === 0 ? words : telling).slice(0, mostParts).map(partFrom)
}

// Two neighbours as one word: 'xiao ming' may be written 'xiaoming'.
export const neighbours = (parts: readonly NamePart[]): readonly string[] =>
  parts.slice(1).map((part, at) => `${parts[at]?.full ?? ''}${part.full}`)

// An apostrophe stays until O’ and D’ are told from other letters.
const wordsOf = (name: string): readonly string[] =>
  name
    .toLowerCase()
    .replace(/[łøđßæœþı]/g, (letter) => letters[letter] ?? letter)
    .normalize('NFKD')
    .replace(/[\p{M}.]/gu, '')
    .replace(/[’`´ʼ]/g, "'")
    .split(/[^\p{L}\p{N}']+/u)
    .filter((word) => word.replaceAll("'", '') !== '')

// What belongs to the next word: “Mac Donald”, “O Brien”.
const joined = (words: readonly string[]): readonly string[] => {
  const [first = '', second, ...rest] = words
  if (words.length === 0) return []
  if (second === undefined) return [first]
  return prefixes.has(first) && second.length > 1
    ? joined([`${first}'${second}`, ...rest])
    : [first, ...joined([second, ...rest])]
}

const partFrom = (word: string): NamePart => {
  const full = settled(word.replaceAll("'", ''))
  const prefixed = /^[od]'(.{2,})/.exec(word)?.[1]
  return { full, bare: prefixed === undefined ? full : settled(prefixed.replaceAll("'", '')) }
}

// Mac as Mc, and a Polish woman’s surname as her brother’s.
const settled = (word: string): string => word.replace(/^mac(?=.{3})/, 'mc').replace(/(s|c|dz)ka$/, '$1ki')
