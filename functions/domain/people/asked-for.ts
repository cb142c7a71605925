// What somebody looks for, told apart from one line that they typed: a reference, a number, an address, a date, a name, in any order.
import { type Day, dayFromWords } from '../day.ts'
import { unspaced } from '../forms/clean.ts'
import { postcodeOf } from '../forms/fields/address.ts'
import { anyNumber } from '../forms/fields/phone.ts'

export type AskedFor = {
  readonly reference?: string
  readonly phone?: string
  readonly email?: string
  readonly ni?: string
  readonly uprn?: string
  readonly postcode?: string
  // With a postcode: the number of the house. Else it belongs to nothing.
  readonly house?: string
  readonly born?: Day
  readonly name: string
}

const mostLetters = 200

export const askedFor = (typed: string): AskedFor => {
  const words = typed.normalize('NFC').slice(0, mostLetters).trim()
  const whole = wholeOf(words)
  return whole === undefined ? partsIn(words) : { ...whole, name: '' }
}

// No reference has a vowel, so that none is a name. One with a figure may be mistyped.
const references = [/^[A-Z][B-DF-HJ-NP-TV-XZ2-9]{7}$/, /^[A-Z](?=.*\d)(?!.*\d[A-Z]{2}$)[A-Z\d]{7}$/]

// One thing and nothing beside it.
const wholeOf = (words: string): Omit<AskedFor, 'name'> | undefined => {
  const letters = unspaced(words).toUpperCase()
  if (references.some((shape) => shape.test(letters))) return { reference: letters }
  if (/^\S+@\S+\.\S+$/.test(words)) return { email: words.toLowerCase() }
  if (/^[A-Z]{2}\d{6}[A-D]$/.test(letters)) return { ni: letters }
  if (dayFromWords(words) !== undefined) return undefined
  const phone = /^[\d+()\s./-]{9,}$/.test(words) ? anyNumber(words) : undefined
  if (phone !== undefined) return { phone }
  return /^\d{6,12}$/.test(letters) ? { uprn: letters } : undefined
}

const dates = /\b\d{1,2}(?:[/.-]\d{1,2}[/.-]|\s+[a-z]{3,9}\s+)\d{4}\b/i
const postcodes = /\b[a-z]{1,2}\d[a-z\d]?\s*\d[a-z]{2}\b/i

const partsIn = (words: string): AskedFor => {
  const date = dates.exec(words)?.[0] ?? ''
  const born = dayFromWords(date)
  const undated = born === undefined ? words : words.replace(date, ' ')
  const typedCode = postcodes.exec(undated)?.[0] ?? ''
  const postcode = postcodeOf(typedCode)
  const rest = (postcode === undefined ? undated : undated.replace(typedCode, ' ')).trim()
  const house = /\b\d+[a-z]?\b/i.exec(rest)?.[0]
  return {
    ...(born === undefined ? {} : { born }),
    ...(postcode === undefined ? {} : { postcode }),
    ...(house === undefined ? {} : { house: house.toLowerCase() }),
    name: rest
      .replace(/\d+[a-z]?\b|,/gi, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  }
}
