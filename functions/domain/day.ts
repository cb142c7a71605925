// A calendar day in the council's own place, as YYYY-MM-DD. Days compare and sort as text.
export type Day = string

const dayMs = 86_400_000
const shape = /^(\d{4})-(\d{2})-(\d{2})$/
const months = 'January February March April May June July August September October November December'.split(' ')

// The day, or undefined where no such day exists (31 February, 29 February 2027, month 13).
export const dayOf = (year: number, month: number, date: number): Day | undefined => {
  if (![year, month, date].every(Number.isInteger) || year < 1000 || year > 9999) return undefined
  if (month < 1 || month > 12 || date < 1 || date > daysIn(year, month)) return undefined
  return written(year, month, date)
}

// Without a Date: an application asks it some hundred times.
const daysIn = (year: number, month: number): number => {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

const written = (year: number, month: number, date: number): Day =>
  `${String(year).padStart(4, '0')}-${pad(month)}-${pad(date)}`

export const isDay = (text: string): boolean => {
  const found = shape.exec(text)
  return found !== null && dayOf(Number(found[1]), Number(found[2]), Number(found[3])) === text
}

export const addDays = (day: Day, days: number): Day => isoDay(Date.parse(day) + days * dayMs)

// The same date `count` months later, or the last day of that month where it is shorter.
export const addMonths = (day: Day, count: number): Day => {
  const { year, month, date } = datePartsOf(day)
  const months = year * 12 + month - 1 + count
  const [inYear, inMonth] = [Math.floor(months / 12), (((months % 12) + 12) % 12) + 1]
  return written(inYear, inMonth, Math.min(date, daysIn(inYear, inMonth)))
}

export const addYears = (day: Day, count: number): Day => addMonths(day, count * 12)

// Whole days from one day to another; negative when `to` is earlier.
export const daysBetween = (from: Day, to: Day): number => Math.round((Date.parse(to) - Date.parse(from)) / dayMs)

// Whole years lived on `on`: a person born on 29 February has their birthday on 1 March in other years.
export const ageOn = (born: Day, on: Day): number => {
  const years = Number(on.slice(0, 4)) - Number(born.slice(0, 4))
  return on.slice(5) < born.slice(5) ? years - 1 : years
}

export const earlier = (one: Day, other: Day): Day => (one < other ? one : other)

export const later = (one: Day, other: Day): Day => (one > other ? one : other)

// 1 is Monday, 7 is Sunday (ISO 8601).
export const weekday = (day: Day): number => ((new Date(Date.parse(day)).getUTCDay() + 6) % 7) + 1

export const weekdayName = (day: Day): string =>
  ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'][weekday(day) - 1] ?? ''

export const datePartsOf = (day: Day): { readonly year: number; readonly month: number; readonly date: number } => {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  return { year, month, date }
}

// "27 March 2026": GOV.UK style, dates.
export const inWords = (day: Day): string => {
  const { year, month, date } = datePartsOf(day)
  return `${date} ${months[month - 1]} ${year}`
}

// "Monday 30 November 2026"
export const inFullWords = (day: Day): string => `${weekdayName(day)} ${inWords(day)}`

// As people write it: "3 April 1990", "03/04/1990", "3-4-1990", "3.4.1990". Day first, as here.
export const dayFromWords = (words: string): Day | undefined => {
  const [, date = '', month = '', year = ''] =
    /^(\d{1,2})[\s/.-]+(\d{1,2}|[a-z]+)[\s/.-]+(\d{4})$/i.exec(words.trim()) ?? []
  return dayOf(Number(year), /^\d/.test(month) ? Number(month) : (monthOf(month) ?? 0), Number(date))
}

export const monthOf = (name: string): number | undefined => {
  const wanted = name.toLowerCase()
  const index = months.findIndex((month) => wanted.length >= 3 && month.toLowerCase().startsWith(wanted))
  return index < 0 ? undefined : index + 1
}

// By UTC.
export const isoDay = (time: number): Day => new Date(time).toISOString().slice(0, 10)

const pad = (n: number): string => (n < 10 ? `0${n}` : String(n))
