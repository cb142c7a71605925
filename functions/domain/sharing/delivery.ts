// One event told to one client by a webhook: when it is tried again, and when it is given up (docs/rules/sharing.md, "Webhooks").

export type Delivery = {
  readonly id: string
  readonly clientId: string
  // What is sent: type, reference, version. Nothing of a person.
  readonly body: string
  readonly state: 'due' | 'taken' | 'given-up'
  readonly version: number
  readonly tries: number
  readonly madeAt: number
  // The next try.
  readonly dueAt: number
  readonly triedAt?: number
  // Of the last try, for staff.
  readonly status?: number
  readonly why?: string
}

// After a first try: 5 seconds, 5 and 30 minutes, 2, 5, 10, 14, 20 and 24 hours.
const waits = [5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400].map((seconds) => seconds * 1000)

// How long a try may take, with room: meanwhile nobody else makes it.
const leaseMs = 60_000

export const claimedDelivery = (delivery: Delivery, now: number): Delivery => ({
  ...delivery,
  version: delivery.version + 1,
  tries: delivery.tries + 1,
  triedAt: now,
  dueAt: now + leaseMs,
})

type Came = { readonly taken: boolean; readonly final?: boolean; readonly status?: number; readonly why?: string }

/** `delivery`: as it was claimed. */
export const deliveryAfterTry = (delivery: Delivery, came: Came, now: number): Delivery => {
  const { why: _why, status: _status, ...rest } = delivery
  const { taken, final = false, ...said } = came
  const wait = waits[delivery.tries - 1]
  const over = taken || final || wait === undefined
  const state = taken ? 'taken' : over ? 'given-up' : 'due'
  return { ...rest, ...said, version: delivery.version + 1, state, dueAt: over ? now : now + wait }
}

// Since when a client took nothing of what it was sent; since when it is sent nothing, and why: it said that it wants no more, or it took
// nothing for five days.
export type HookStanding = {
  readonly failingSince?: number
  readonly stopped?: number
  readonly stoppedAs?: 'gone' | 'failing'
}

const failingMs = 5 * 86_400_000

/** After a round of tries: whoever took one of them is not failing. */
export const standingAfter = (
  { failingSince, stopped, stoppedAs }: HookStanding,
  round: 'taken' | 'failed' | 'gone',
  now: number,
): HookStanding => {
  if (stopped !== undefined) return { stopped, ...(stoppedAs === undefined ? {} : { stoppedAs }) }
  if (round === 'gone') return { stopped: now, stoppedAs: 'gone' }
  if (round === 'taken') return {}
  const since = failingSince ?? now
  return now - since < failingMs ? { failingSince: since } : { stopped: now, stoppedAs: 'failing' }
}

/** Tried once more, as if for the first time. */
export const replayed = (delivery: Delivery, now: number): Delivery => ({
  ...delivery,
  ...{ version: delivery.version + 1, state: 'due', tries: 0, dueAt: now },
})
