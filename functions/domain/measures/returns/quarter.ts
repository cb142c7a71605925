// A quarter of the year, as returns to the government have it: 2026-Q4.
import { addDays, addMonths, type Day, datePartsOf } from '#domain/day.ts'

export type Quarter = { readonly id: string; readonly from: Day; readonly until: Day }

// Undefined where the text is no quarter.
export const quarterOf = (id: string): Quarter | undefined => {
  const [, year, number] = /^(20\d\d)-Q([1-4])$/.exec(id) ?? []
  if (year === undefined || number === undefined) return undefined
  const from = `${year}-${String(Number(number) * 3 - 2).padStart(2, '0')}-01`
  return { id, from, until: addDays(addMonths(from, 3), -1) }
}

export const quarterWith = (day: Day): string => {
  const { year, month } = datePartsOf(day)
  return `${year}-Q${Math.ceil(month / 3)}`
}

export const quarterBefore = (id: string): string => {
  const found = quarterOf(id)
  return found === undefined ? id : quarterWith(addDays(found.from, -1))
}
