// What happened on cases, of all services, in the order in which it was written.

export type FeedEntry = {
  readonly id: string
  readonly reference: string
  // The case's version after it.
  readonly version: number
  readonly at: number
}

// How far each shard was read: the key of its last entry.
export type FeedPlace = Readonly<Record<string, string>>

export type FeedPage = {
  readonly entries: readonly FeedEntry[]
  readonly place: FeedPlace
  // Is there more that is settled?
  readonly more: boolean
}

export type EventFeed = {
  // Those after `place`, oldest first, that were written before `until`. Nothing is written before it any more.
  readonly read: (given: {
    readonly place: FeedPlace
    readonly from: number
    readonly until: number
    readonly size: number
  }) => Promise<FeedPage>
}
