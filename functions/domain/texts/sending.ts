// What a text becomes: a table of allowed moves, only ever forward, and what follows from each try to send it.
import { channelOf } from './channel.ts'
import type { Attempt, Text, TextState } from './text.ts'

const onward: Readonly<Record<TextState, readonly TextState[]>> = {
  due: ['sending', 'held', 'cancelled', 'failed'],
  sending: ['sent', 'due', 'failed', 'uncertain', 'delivered', 'held', 'cancelled'],
  // Due again where the network could not reach the phone for a while.
  sent: ['delivered', 'failed', 'due'],
  uncertain: ['due', 'sent', 'delivered', 'failed'],
  held: ['due', 'cancelled'],
  delivered: [],
  failed: [],
  cancelled: [],
}

export const mayBecome = (from: TextState, to: TextState): boolean => onward[from].includes(to)

// As GOV.UK Notify does: at once, after a minute, then every 5 minutes up to 48 tries, about 4 hours.
const mostTries = 48
const waits = [0, 60_000]
const laterWait = 300_000
const leaseMs = 60_000
const settleMs = 15 * 60_000
// A network that says nothing for three days says nothing more (docs/rules/texts.md, "Receipts"; GOV.UK Notify waits as long).
const silenceMs = 72 * 3_600_000
const dayMs = 86_400_000
const emailAsks = [30_000, 5 * 60_000, 30 * 60_000]

type Outcome =
  | { readonly is: 'accepted'; readonly messageId: string }
  | { readonly is: 'refused' | 'retry' | 'unknown'; readonly words: string }

export const claimed = (text: Text, now: number): Text => {
  const { publishStartedAt: _before, ...rest } = text
  return next({ ...rest, leaseUntil: now + leaseMs }, 'sending')
}

export const publishing = (text: Text, now: number): Text =>
  next({ ...text, publishStartedAt: now, charged: true }, 'sending')

export const afterTry = (text: Text, outcome: Outcome, now: number): Text => {
  const tried = { ...text, attempts: [...text.attempts, attemptOf(outcome, now)] }
  switch (outcome.is) {
    case 'accepted':
      return next({ ...tried, messageId: outcome.messageId, leaseUntil: heardBy(tried, now) }, 'sent')
    case 'refused':
      return next({ ...tried, reason: outcome.words }, 'failed')
    case 'unknown':
      return uncertain(tried, now)
    case 'retry':
      return again(tried, outcome.words, now)
  }
}

// A text's network tells by itself; of what is not a text somebody asks.
const heardBy = (text: Text, now: number): number =>
  channelOf(text) === 'text' ? now + silenceMs : askAfter(text, now)

// When it is asked for: soon, as a wrong address is known in seconds, and then less and less often; a letter that was taken, daily.
export const askAfter = (text: Text, now: number): number => {
  if (channelOf(text) === 'letter' && text.state !== 'uncertain') return now + dayMs
  const since = now - sentAt(text)
  return now + (emailAsks.find((wait) => wait > since) ?? dayMs / 24)
}

export const sentAt = ({ attempts, dueAt }: Text): number =>
  attempts.findLast(({ outcome }) => outcome === 'accepted')?.at ?? attempts.at(-1)?.at ?? dueAt

// A lease that ran out: before publishing began nothing was sent; after it, nobody knows. That try counts, so that a sender which dies
// each time does not text somebody for ever.
export const afterCrash = (text: Text, now: number): Text => {
  if (text.publishStartedAt === undefined) return next({ ...text, dueAt: now }, 'due')
  const attempt = attemptOf({ is: 'unknown', words: 'The sender stopped before it knew' }, now)
  return uncertain({ ...text, attempts: [...text.attempts, attempt] }, now)
}

// An uncertain text that no receipt has settled: appointments and offers are sent once more, others are left and shown to staff.
export const settledText = (text: Text, resend: boolean, now: number): Text => {
  const twice = text.attempts.filter(({ outcome }) => outcome === 'unknown').length > 1
  if (resend && !twice) return next({ ...text, dueAt: now }, 'due')
  return next({ ...text, reason: 'It is not known whether this text was sent. Contact them another way' }, 'failed')
}

// The network took it and never said what became of it.
export const unheardOf = (text: Text): Text =>
  next({ ...text, reason: 'The phone network did not say within 3 days whether it arrived' }, 'failed')

// It may not go before this instant.
export const waiting = (text: Text, dueAt: number): Text => next({ ...text, dueAt }, 'due')

// Not sent at all: its time is past, or its words could not be made.
export const givenUp = (text: Text, state: 'failed' | 'held' | 'cancelled', reason: string): Text =>
  next({ ...text, reason }, state)

const uncertain = (text: Text, now: number): Text => next({ ...text, leaseUntil: now + settleMs }, 'uncertain')

const again = (text: Text, words: string, now: number): Text => {
  if (text.attempts.length >= mostTries)
    return next({ ...text, reason: `Not sent after ${mostTries} tries: ${words}` }, 'failed')
  return next({ ...text, dueAt: now + (waits[text.attempts.length - 1] ?? laterWait) }, 'due')
}

const attemptOf = (outcome: Outcome, at: number): Attempt => ({
  at,
  outcome: outcome.is,
  words: outcome.is === 'accepted' ? 'Accepted for sending' : outcome.words,
})

const next = (text: Text, state: TextState): Text => ({ ...withoutCode(text, state), state, version: text.version + 1 })

// A code stands in the table until it has gone, and no longer: whoever reads the table later opens nothing by it.
const withoutCode = (text: Text, state: TextState): Text =>
  text.category !== 'security' || state === 'due' || state === 'sending'
    ? text
    : { ...text, body: text.body.replace(/\d{6}/g, '••••••') }
