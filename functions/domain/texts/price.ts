// What a text costs the council: a price a part, by the day. Shown before somebody sends one; the bill itself counts parts as the networks do.
import type { Day } from '../day.ts'
import { textPartsOf } from './parts.ts'

export type PartPrice = {
  readonly validFrom: Day
  // Pence a part, before tax.
  readonly pence: number
  readonly source: string
}

export const partPrices: readonly PartPrice[] = [
  { validFrom: '2025-04-01', pence: 4, source: 'Council to confirm from its bill: about $0.04 a part to a UK mobile' },
]

// Undefined before the first price.
export const penceOf = (body: string, on: Day, prices: readonly PartPrice[] = partPrices): number | undefined => {
  const price = prices
    .filter(({ validFrom }) => validFrom <= on)
    .toSorted(byDay)
    .at(-1)
  return price === undefined ? undefined : Math.round(price.pence * textPartsOf(body).parts * 10) / 10
}

// Of a letter of one sheet, second class, without tax.
const letterPrices: readonly PartPrice[] = [
  { validFrom: '2025-04-01', pence: 70, source: 'Council to confirm from its bill (GOV.UK Notify, "Pricing")' },
]

export const letterPenceOf = (on: Day): number | undefined =>
  letterPrices
    .filter(({ validFrom }) => validFrom <= on)
    .toSorted(byDay)
    .at(-1)?.pence

const byDay = (a: PartPrice, b: PartPrice): number => (a.validFrom < b.validFrom ? -1 : 1)
