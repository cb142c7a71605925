// Digits as people write them: "1,200.50", "1 200", ".5". Commas and spaces count only where they
// part thousands, and one sort of them throughout. Anything else is asked about, so that no number
// is ever read as another size: "3,6" is not 36, and "0,500" is not 500.
export type Numeral = { readonly whole: string; readonly part: string }

const plain = /^(\d{0,12})(?:\.(\d{0,12}))?$/
const parted = /^([1-9]\d{0,2}(?:(?:,\d{3}){1,3}|(?: \d{3}){1,3}))(?:\.(\d{0,12}))?$/

// `part` is as it was typed: whoever knows how many decimal places there may be judges it.
export const numeralOf = (text: string): Numeral | undefined => {
  const found = plain.exec(text) ?? parted.exec(text)
  const [digits = '', part = ''] = [found?.[1]?.replace(/[, ]/g, ''), found?.[2]]
  if (found === null || digits + part === '') return undefined
  return { whole: digits.replace(/^0+(?=\d)/, '') || '0', part }
}

// The decimal text without what does not count: "012.50" is "12.5".
export const decimalOf = ({ whole, part }: Numeral): string => {
  const decimals = part.replace(/0+$/, '')
  return decimals === '' ? whole : `${whole}.${decimals}`
}

// What stands before the digits, the digits, and what stands behind them: "£1,200 a week".
type Written = { readonly before: string; readonly digits: string; readonly behind: string }

export const writtenOf = (text: string): Written => {
  const from = text.search(/\.?\d/)
  if (from < 0) return { before: text, digits: '', behind: '' }
  const digits = /^[\d., ]*/.exec(text.slice(from))?.[0].trimEnd() ?? ''
  return {
    before: text.slice(0, from).trim(),
    digits,
    behind: text.slice(from + digits.length).trim(),
  }
}
