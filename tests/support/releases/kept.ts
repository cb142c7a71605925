// What a release left behind: its items as they lie in the tables, and the browsers of whoever was in the middle of something.
import type { AttributeValue } from '@aws-sdk/client-dynamodb'

export type Left = {
  // The product's time when it was kept, in milliseconds.
  readonly at: number
  readonly references: Readonly<Record<'housing' | 'again' | 'planning' | 'waiting' | 'appointment', string>>
  // Cookies by name.
  readonly browsers: Readonly<
    Record<'half' | 'halfPlanning' | 'held' | 'appointment' | 'officer', Readonly<Record<string, string>>>
  >
}

export type Kept = Left & {
  readonly main: readonly Record<string, AttributeValue>[]
  readonly audit: readonly Record<string, AttributeValue>[]
}
