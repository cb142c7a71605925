// The secret that CloudFront names with each request, so that nobody else can ask the web functions anything. It turns each
// month. The word that comes next is good already, so CloudFront may say it before the functions hear of the turn. The one
// before is good for a day, because CloudFront's edges learn of a new one minute by minute.
export type EdgeSecret = {
  readonly sent: string
  // What CloudFront will say after the next turn. The very first secret has none.
  readonly next?: string
  readonly before: string
  // ISO 8601: how long `before` is good.
  readonly until: string
}

const overlapMs = 24 * 60 * 60_000

/** What follows from a turn: the next word becomes the one that is said. Where there was none, a turn only adds it. */
export const secretTurned = (secret: EdgeSecret, fresh: string, now: number): EdgeSecret =>
  secret.next === undefined
    ? { ...secret, next: fresh }
    : { sent: secret.next, next: fresh, before: secret.sent, until: new Date(now + overlapMs).toISOString() }

export const goodAt = ({ sent, next, before, until }: EdgeSecret, now: number): readonly string[] => [
  sent,
  ...(next === undefined ? [] : [next]),
  ...(before !== '' && Date.parse(until) > now ? [before] : []),
]

/** A turn that took longer than half its overlap is not finished: the word before would go while edges still say it. */
export const isStale = ({ before, until }: EdgeSecret, now: number): boolean =>
  before !== '' && Date.parse(until) - now < overlapMs / 2
