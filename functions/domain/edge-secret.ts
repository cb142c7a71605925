// The secret that CloudFront names with each request, so that nobody else can ask the web functions anything. It turns each month; the one
// before it is still good for a day, because CloudFront's edges learn of a new one minute by minute.
export type EdgeSecret = {
  readonly sent: string
  readonly before: string
  // ISO 8601: how long `before` is good.
  readonly until: string
}

const overlapMs = 24 * 60 * 60_000

export const turned = ({ sent }: EdgeSecret, next: string, now: number): EdgeSecret => ({
  sent: next,
  before: sent,
  until: new Date(now + overlapMs).toISOString(),
})

export const goodAt = ({ sent, before, until }: EdgeSecret, now: number): readonly string[] =>
  before !== '' && Date.parse(until) > now ? [sent, before] : [sent]
