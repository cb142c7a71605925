// What says who somebody is goes out of what they tell us before it is kept. Each is replaced by what
// it was, so that the sentence can still be read.

export type Redacted = { readonly text: string; readonly removed: readonly string[] }

export const redacted = (given: string): Redacted => {
  const removed: string[] = []
  let text = given
  for (const { what, pattern, holds = () => true } of sorts)
    text = text.replace(pattern, (found) => {
      if (!holds(found)) return found
      removed.push(what)
      return `[${what} removed]`
    })
  return { text, removed: [...new Set(removed)] }
}

type Sort = { readonly what: string; readonly pattern: RegExp; readonly holds?: (found: string) => boolean }

const digitsOf = (text: string): string => text.replace(/\D/g, '')

// The check digit of payment cards (ISO/IEC 7812-1).
const luhn = (digits: string): boolean =>
  [...digits].toReversed().reduce((sum, digit, place) => sum + doubled(Number(digit), place), 0) % 10 === 0

const doubled = (digit: number, place: number): number => {
  const twice = place % 2 === 1 ? digit * 2 : digit
  return twice > 9 ? twice - 9 : twice
}

const isCard = (found: string): boolean => digitsOf(found).length >= 13 && luhn(digitsOf(found))

const isPhone = (found: string): boolean => {
  const digits = digitsOf(found)
  return digits.length >= 10 && digits.length <= 13
}

// The order counts: a card's digits are not a phone's.
const sorts: readonly Sort[] = [
  { what: 'email address', pattern: /[^\s@<>,;:()]+@[^\s@<>,;:()]+\.[^\s@<>,;:()]+/gu },
  { what: 'card number', pattern: /(?<!\d)\d(?:[ -]?\d){12,18}(?!\d)/g, holds: isCard },
  {
    what: 'National Insurance number',
    pattern: /(?<![a-z\d])[a-z]{2}\s?\d\d\s?\d\d\s?\d\d\s?[a-d](?![a-z\d])/gi,
  },
  { what: 'phone number', pattern: /(?<![\d+])(?:\+|00)?\(?\d(?:[\s().-]{0,2}\d){8,12}(?!\d)/g, holds: isPhone },
  {
    what: 'reference',
    pattern: /(?<![a-z\d])[hbp][b-df-hj-np-tv-z2-9]{7}(?![a-z\d])/gi,
    holds: (found) => /\d/.test(found),
  },
  { what: 'postcode', pattern: /(?<![a-z\d])[a-z]{1,2}\d[a-z\d]?\s?\d[a-z]{2}(?![a-z\d])/gi },
]
