// A day and a time of it in one value: what staff choose from has several days.
import { type Day, isDay } from '#domain/day.ts'
import { one, type Typed } from '#domain/forms/kind.ts'

export const momentIn = (typed: Typed): { readonly day: Day; readonly time: string } | undefined => {
  const [, day = '', time = ''] = /^(\d{4}-\d\d-\d\d)\.([\w.-]{1,60})$/.exec(one(typed, 'time')) ?? []
  return isDay(day) ? { day, time } : undefined
}
