// The address of a day at a place, and no other: a form may come back only there.
import type { Day } from '#domain/day.ts'
import { one } from '#domain/forms/kind.ts'
import type { Request } from '#web/http.ts'

export const sheetAt = (place: string, day: Day): string => `/desk/${encodeURIComponent(place)}/${day}`

export const sheetAskedFor = ({ query, posted }: Request): string | undefined => {
  const asked = one(posted, 'sheet') || (query.sheet?.[0] ?? '')
  return /^\/desk\/[a-z0-9-]{1,40}\/\d{4}-\d\d-\d\d$/.test(asked) ? asked : undefined
}

export const walkInsAt = (place: string): string => `/desk/${encodeURIComponent(place)}/walk-ins`
