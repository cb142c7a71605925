// What the phone network said of a text (SNS delivery status logs, delivery.providerResponse), and what it means here (texts.md 5.2).
import { mayBecome } from './sending.ts'
import type { Text } from './text.ts'

export type Receipt = { readonly messageId: string; readonly delivered: boolean; readonly words: string }

const meanings: readonly (readonly [RegExp, string])[] = [
  [/carrier is currently unreachable/i, 'The phone network could not be reached'],
  [/phone is currently unreachable/i, 'The phone is switched off or out of reach'],
  [/unknown error/i, 'The phone network gave no reason'],
  [/opted out/i, 'They have opted out of texts. Contact them another way'],
  [/invalid phone number/i, 'The number does not exist. Ask them for another'],
  [/spam|carrier has blocked/i, 'The phone network blocked the text'],
  [/blocked list|phone has blocked/i, 'The phone blocks texts from us. Contact them another way'],
  [/message body is invalid/i, 'The phone network refused the words of the text'],
  [/max price/i, 'The text would cost more than we allow'],
  [/no quota/i, 'The month’s budget for texts is used up'],
]

// Why a text was not delivered, in words for staff.
export const reasonOf = (providerResponse: string): string =>
  meanings.find(([pattern]) => pattern.test(providerResponse))?.[1] ?? 'The phone network gave no reason'

// The text after its receipt, or undefined when the receipt changes nothing: it came twice, or too late.
export const afterReceipt = (text: Text, receipt: Receipt): Text | undefined => {
  const state = receipt.delivered ? 'delivered' : 'failed'
  if (!mayBecome(text.state, state)) return undefined
  return {
    ...text,
    state,
    version: text.version + 1,
    ...(receipt.delivered ? {} : { reason: reasonOf(receipt.words) }),
  }
}
