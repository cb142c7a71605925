// A UK telephone number; where we will text it, a UK mobile. Kept as E.164.
// 070 personal numbers, pagers and the Crown dependencies are refused: they are priced as premium or international.
import { parsePhoneNumberFromString } from 'libphonenumber-js/mobile'
import { first } from '../clean.ts'
import type { PhoneQuestion } from '../question.ts'
import { single } from '../single.ts'

export const phone = single<PhoneQuestion>({
  wrong: (value, { question }) => {
    if (question.mobile === true && ukMobile(value) === undefined) return 'Enter a UK mobile number, like 07700 900 982'
    return ukNumber(value) === undefined
      ? 'Enter a UK telephone number, like 01632 960 001 or 07700 900 982'
      : undefined
  },
  answer: (value) => ukNumber(value),
  shown: (value) => [inGroups(ukNumber(value) ?? value)],
  example: (pick) => `07700 900${String(pick(1000)).padStart(3, '0')}`,
})

// E.164 of a number we may text; undefined when it is not one.
export const ukMobile = (value: string): string | undefined => {
  const number = ukNumber(value)
  if (number === undefined || !number.startsWith('+447')) return undefined
  // Ofcom's numbers for drama and tests: nobody's, and not in the plan.
  if (/^\+447700900\d{3}$/.test(number)) return number
  const parsed = parsePhoneNumberFromString(number)
  return parsed?.country === 'GB' && parsed.isValid() && parsed.getType() === 'MOBILE' ? number : undefined
}

// Any UK geographic, non-geographic or mobile number by shape: ten digits after +44 (nine for a few old area codes), never premium (09) or personal (070).
export const ukNumber = (value: string): string | undefined => {
  if (value.length > 40) return undefined
  const digits = value.replace(/[\s().-]/g, '').replace(/^(\+|00)44(0)?/, '0')
  return /^0(1\d{8,9}|2\d{9}|3\d{9}|7[1-57-9]\d{8}|8\d{6,9})$/.test(digits) ? `+44${digits.slice(1)}` : undefined
}

// "07700 900 123": GOV.UK style, telephone numbers.
export const inGroups = (e164: string): string => {
  const local = `0${e164.replace(/^\+44/, '')}`
  if (local.startsWith('02')) return `${local.slice(0, 3)} ${local.slice(3, 7)} ${local.slice(7)}`
  return first(`${local.slice(0, 5)} ${local.slice(5, 8)} ${local.slice(8)}`.trim())
}
