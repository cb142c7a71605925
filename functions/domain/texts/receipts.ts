// What the phone network said of a text (SNS delivery status logs, delivery.providerResponse), what it means here and whether another try may
// mend it (docs/rules/texts.md, "Receipts").
import { channelOf } from './channel.ts'
import { mayBecome } from './sending.ts'
import { optedOutWords } from './stopping.ts'
import type { Text } from './text.ts'

export type DeliveryReceipt = { readonly messageId: string; readonly delivered: boolean; readonly words: string }

// What is said of a letter that the post brought back, as if it were a name of Notify's own.
export const letterReturned = 'letter returned'
const letterCameBackWords = 'The letter came back. Nobody is reached at that address: ask them for another'

const minute = 60_000
const hour = 60 * minute

// Why a text did not arrive, for whoever counts.
export const failures = [
  'unreachable',
  'no-such-address',
  'blocked',
  'stopped',
  'refused',
  'budget',
  'no-reason',
] as const
export type Failure = (typeof failures)[number]

// `waits`: after how long it is tried again, each time.
type Meaning = {
  readonly said: RegExp
  readonly is: Failure
  readonly words: string
  readonly waits: readonly number[]
}

const meanings: readonly Meaning[] = [
  {
    said: /carrier is currently (unreachable|unavailable)/i,
    is: 'unreachable',
    words: 'The phone network could not be reached',
    waits: [15 * minute, hour, 4 * hour],
  },
  {
    said: /phone is currently (unreachable|unavailable)/i,
    is: 'unreachable',
    words: 'The phone is switched off or out of reach',
    waits: [4 * hour],
  },
  { said: /unknown error/i, is: 'no-reason', words: 'The phone network gave no reason', waits: [15 * minute] },
  { said: /opted out/i, is: 'stopped', words: optedOutWords, waits: [] },
  {
    said: /invalid phone number/i,
    is: 'no-such-address',
    words: 'The number does not exist. Ask them for another',
    waits: [],
  },
  { said: /spam|carrier has blocked/i, is: 'blocked', words: 'The phone network blocked the text', waits: [] },
  {
    said: /blocked list|phone has blocked/i,
    is: 'blocked',
    words: 'The phone blocks texts from us. Contact them another way',
    waits: [],
  },
  {
    said: /message body is invalid/i,
    is: 'refused',
    words: 'The phone network refused the words of the text',
    waits: [],
  },
  { said: /max price/i, is: 'budget', words: 'The text would cost more than we allow', waits: [] },
  // GOV.UK Notify's own names, "Email status descriptions" and "Letter status descriptions". Of letters none is to be sent again.
  {
    said: /^email permanent-failure/,
    is: 'no-such-address',
    words: 'The email address does not exist. Ask them for another',
    waits: [],
  },
  {
    said: /^email temporary-failure/,
    is: 'unreachable',
    words: 'Their inbox is full, or it takes our emails for spam',
    waits: [4 * hour],
  },
  {
    said: /^email technical-failure/,
    is: 'refused',
    words: 'The email service could not send it',
    waits: [15 * minute, hour],
  },
  { said: /^letter returned/, is: 'no-such-address', words: letterCameBackWords, waits: [] },
  { said: /^letter validation-failed/, is: 'refused', words: 'The letter could not be printed as it is', waits: [] },
  { said: /^letter cancelled/, is: 'refused', words: 'The letter was cancelled before it was printed', waits: [] },
  { said: /^letter/, is: 'refused', words: 'The letter could not be printed or posted', waits: [] },
  { said: /no quota/i, is: 'budget', words: 'The month’s budget for texts is used up', waits: [] },
]

const otherwise: Meaning = { said: /^/, is: 'no-reason', words: 'The phone network gave no reason', waits: [] }

const meaningOf = (providerResponse: string): Meaning =>
  meanings.find(({ said }) => said.test(providerResponse)) ?? otherwise

// Why a text was not delivered, in words for staff.
export const reasonOf = (providerResponse: string): string => meaningOf(providerResponse).words

// The sort of a reason that a text was kept with. What we gave up ourselves has none of the network's words.
export const failureOf = (reason: string): Failure =>
  meanings.find(({ words }) => reason.endsWith(words))?.is ?? otherwise.is

export const isOptedOut = ({ delivered, words }: DeliveryReceipt): boolean =>
  !delivered && reasonOf(words) === optedOutWords

// The text after its receipt, or undefined when the receipt changes nothing: it came twice, too late, or of a try before the last.
export const afterReceipt = (text: Text, receipt: DeliveryReceipt, now: number): Text | undefined => {
  if (text.earlier?.includes(receipt.messageId) === true) return undefined
  const again = receipt.delivered ? undefined : sentAfter(text, meaningOf(receipt.words), now)
  if (again !== undefined) return again
  const state = receipt.delivered ? 'delivered' : 'failed'
  if (!mayBecome(text.state, state) && !cameBackLate(text, receipt)) return undefined
  return {
    ...text,
    state,
    version: text.version + 1,
    ...(receipt.delivered ? {} : { reason: reasonOf(receipt.words) }),
  }
}

// A letter counts as arrived when it is posted.
const cameBackLate = (text: Text, { words }: DeliveryReceipt): boolean =>
  channelOf(text) === 'letter' && text.state === 'delivered' && words === letterReturned

// A code is worth nothing in a quarter of an hour. The next try has a message id of its own.
const sentAfter = (text: Text, { words, waits }: Meaning, now: number): Text | undefined => {
  const returned = text.returned ?? 0
  const wait = waits[returned]
  if (text.state !== 'sent' || text.category === 'security' || wait === undefined) return undefined
  const dueAt = now + wait
  if (text.notAfter !== undefined && dueAt > text.notAfter) return undefined
  const { messageId, leaseUntil: _lease, publishStartedAt: _began, ...rest } = text
  const earlier = [...(text.earlier ?? []), ...(messageId === undefined ? [] : [messageId])]
  const attempts = [...text.attempts, { at: now, outcome: 'retry' as const, words }]
  return { ...rest, state: 'due', version: text.version + 1, dueAt, attempts, earlier, returned: returned + 1 }
}
