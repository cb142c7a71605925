// Instants in words, in the council's own time (GOV.UK style: "27 March 2026 at 9:20am").
const parts = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
  hourCycle: 'h23',
})

// `at` in milliseconds.
export const moment = (at: number): string => `${dateOf(at)} at ${clock(part(at, 'hour'), part(at, 'minute'))}`

export const dateOf = (at: number): string => `${part(at, 'day')} ${part(at, 'month')} ${part(at, 'year')}`

// '14:05' → "2:05pm"; midday and midnight by name, because 12pm is unclear.
export const timeInWords = (time: string): string => {
  const [hour = '0', minute = '00'] = time.split(':')
  return clock(hour, minute)
}

const clock = (hour: string, minute: string): string => {
  const h = Number(hour)
  if (minute === '00' && h % 12 === 0) return h === 0 ? 'midnight' : 'midday'
  return `${h % 12 === 0 ? 12 : h % 12}${minute === '00' ? '' : `:${minute}`}${h < 12 ? 'am' : 'pm'}`
}

const part = (at: number, type: Intl.DateTimeFormatPartTypes): string =>
  parts.formatToParts(at).find((found) => found.type === type)?.value ?? ''
