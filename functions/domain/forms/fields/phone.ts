// A telephone number; where we will text it, a UK mobile. Kept as E.164.
// 070 personal numbers, pagers and the Crown dependencies are never texted: they are priced as
// premium or international.
import { parsePhoneNumberFromString } from 'libphonenumber-js/mobile'
import { unspaced } from '../clean.ts'
import type { PhoneQuestion } from '../question.ts'
import { single } from '../single.ts'

export const phone = single<PhoneQuestion>({
  wrong: (value, { question }) => {
    if (question.mobile === true)
      return ukMobile(value) === undefined ? 'Enter a UK mobile number, like 07700 900 982' : undefined
    return anyNumber(value) === undefined
      ? 'Enter a phone number, like 01632 960 001, 07700 900 982 or +44 808 157 0192'
      : undefined
  },
  answer: (value) => anyNumber(value),
  shown: (value) => [inGroups(anyNumber(value) ?? value)],
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

// Any UK geographic, non-geographic or mobile number by shape: ten digits after +44 (nine for a few
// old area codes), never premium (09) or personal (070). 07624 is the Isle of Man's.
export const ukNumber = (value: string): string | undefined => {
  const digits = nationalIn(value)
  return /^0(1\d{8,9}|2\d{9}|3\d{9}|7[1-57-9]\d{8}|7624\d{6}|8\d{6,9})$/.test(digits)
    ? `+44${digits.slice(1)}`
    : undefined
}

// A number of another country, with its code: 7 to 15 digits (ITU-T E.164).
export const anyNumber = (value: string): string | undefined => {
  const abroad = tidy(value).replace(/^00/, '+')
  return ukNumber(value) ?? (/^\+(?!44)[1-9]\d{6,14}$/.test(abroad) ? abroad : undefined)
}

const tidy = (value: string): string =>
  value.length > 60 ? '' : unspaced(value.replace(/^tel:/i, '')).replace(/[().,/]/g, '')

// From 0, as it is dialled here. A contact list drops the plus of +44, a spreadsheet the first 0.
const nationalIn = (value: string): string =>
  tidy(value)
    .replace(/^(\+|00)440?/, '0')
    .replace(/^440?(?=[1-9]\d{8,9}$)/, '0')
    .replace(/^7(?=\d{9}$)/, '07')

// "07700 900 123", "0151 496 0123": GOV.UK style, telephone numbers, in the groups of Ofcom's numbering
// plan. A number abroad in the groups of its own country where they are known.
export const inGroups = (e164: string): string => {
  if (!e164.startsWith('+44')) return parsePhoneNumberFromString(e164)?.formatInternational() ?? e164
  const local = `0${e164.slice(3)}`
  const first = areaIn(local)
  const rest = local.slice(first)
  if (rest.length < 6) return `${local.slice(0, first)} ${rest}`
  const last = rest.length > 6 ? 4 : 3
  return `${local.slice(0, first)} ${rest.slice(0, -last)} ${rest.slice(-last)}`
}

// How many digits are the area or the service: 020, 0151 and 0800, 016977 and its kin, else five.
const areaIn = (local: string): number => {
  if (local.startsWith('02')) return 3
  if (/^0(11|1\d1|3|8)/.test(local)) return 4
  return /^01(3873|5242|539[456]|697[347]|768[347]|9467)/.test(local) ? 6 : 5
}
