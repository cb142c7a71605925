// "At most so many in a period for one number": a count that goes up in the transaction of what it limits, or stops it.
import type { Tried } from '#usecases/ports/access.ts'
import { keyItem, type Table } from './client.ts'
import { timeToLive } from './schema.ts'
import { keys } from './table.ts'

type Limit = {
  readonly what: 'code' | 'code-of-owner' | 'saved' | 'tied' | 'api' | Tried['what']
  // A keyed hash, never the number; or the id of a draft.
  readonly hash: string
  readonly period: 'minute' | 'hour' | 'day'
  readonly most: number
  readonly now: number
}

// Minutes, hours and days of UTC: a limit against abuse, not a promise about the calendar.
const letters = { minute: 16, hour: 13, day: 10 }
const seconds = { minute: 60, hour: 3600, day: 86_400 }

export const countUp = (table: Table, { what, hash, period, most, now }: Limit) => ({
  Update: {
    TableName: table.name,
    Key: keyItem(keys.count(what, hash, new Date(now).toISOString().slice(0, letters[period]))),
    UpdateExpression: 'ADD #times :one SET #ttl = :ttl',
    ConditionExpression: 'attribute_not_exists(#times) OR #times < :most',
    ExpressionAttributeNames: { '#times': 'times', '#ttl': timeToLive },
    ExpressionAttributeValues: {
      ':one': { N: '1' },
      ':most': { N: String(most) },
      ':ttl': { N: String(Math.ceil(now / 1000) + 2 * seconds[period]) },
    },
  },
})
