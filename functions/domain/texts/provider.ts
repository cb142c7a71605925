// A provider that can be asked (GOV.UK Notify): what became of a message, and what follows. Who cannot be asked tells by a receipt.
import { channelOf } from './channel.ts'
import { afterReceipt } from './receipts.ts'
import { askAfter, mayBecome, sentAt } from './sending.ts'
import type { Text } from './text.ts'

export type Told =
  // It never took such a message.
  | { readonly is: 'unknown-there' }
  // It has it and tries still.
  | { readonly is: 'on-its-way'; readonly messageId: string }
  // `words`: its name for what became of it, with the channel before: 'email permanent-failure'.
  | { readonly is: 'arrived' | 'lost'; readonly messageId: string; readonly words: string }
  | { readonly is: 'no-answer' }

// Of each try a name of its own: by it the provider is asked which of them it took (GOV.UK Notify's `reference`, which it does not compare).
export const triedAs = ({ id, attempts }: Pick<Text, 'id' | 'attempts'>): string => `${id}.${attempts.length + 1}`

// The last one of which nobody knows.
export const lastTriedAs = ({ id, attempts }: Pick<Text, 'id' | 'attempts'>): string => `${id}.${attempts.length}`

const day = 86_400_000

// An email is tried for 72 hours (GOV.UK Notify, "Email status descriptions"); a letter is posted within days.
const silence = { email: 3 * day + day / 4, letter: 14 * day } as const

const mostTries = 48

// The text after the provider's answer. Nothing is sent a second time while the first may be under way.
export const afterAsking = (text: Text, told: Told, now: number): Text => {
  switch (told.is) {
    case 'unknown-there':
      return neverTaken(text, now)
    case 'on-its-way':
      return stillGoing(known(text, told.messageId), now)
    case 'arrived':
    case 'lost': {
      const receipt = { messageId: told.messageId, delivered: told.is === 'arrived', words: told.words }
      return afterReceipt(known(text, told.messageId), receipt, now) ?? text
    }
    case 'no-answer':
      return stillGoing(text, now)
  }
}

// A try that was uncertain is known by now to have been taken.
const known = (text: Text, messageId: string): Text =>
  text.messageId === undefined && mayBecome(text.state, 'sent') ? { ...text, messageId, state: 'sent' } : text

const neverTaken = (text: Text, now: number): Text => {
  if (text.state === 'sent' || text.attempts.length >= mostTries) return lost(text)
  const { leaseUntil: _lease, publishStartedAt: _began, ...rest } = text
  return { ...rest, state: 'due', dueAt: now, version: text.version + 1 }
}

const stillGoing = (text: Text, now: number): Text => {
  const channel = channelOf(text) === 'letter' ? 'letter' : 'email'
  if (now - sentAt(text) > silence[channel]) return lost(text)
  return { ...text, leaseUntil: askAfter(text, now), version: text.version + 1 }
}

const lost = (text: Text): Text => ({
  ...text,
  state: 'failed',
  reason: 'The service that sends it did not say what became of it. Contact them another way',
  version: text.version + 1,
})
