// What may be spent on texts (docs/rules/texts.md, "Allowance"): so many a day for a service and
// for one phone, so much a month for all. Beyond any a text is held
// back and staff see it; nothing is lost. Codes go all the same, as without one nobody comes back to their application; they count.
import type { Day } from '../day.ts'
import { type Channel, channelOf } from './channel.ts'
import { letterPenceOf, penceOf } from './price.ts'
import type { Text } from './text.ts'

export type Allowance = {
  readonly monthPence: number
  readonly dayTexts: number
  readonly phoneTexts: number
}

// Council to confirm. Ten times what a council of Dorset's size is thought to need on a busy day, so that a fault is stopped and a rush is not.
// Five for a phone: docs/rules/texts.md, "Allowance".
export const usualAllowance: Allowance = { monthPence: 100_000, dayTexts: 5000, phoneTexts: 5 }

// What of it may go to numbers that nobody has shown to be theirs: whoever has us text strangers leaves the rest to everybody else.
// Codes have a part of their own, so that texts which others caused never keep somebody from coming back.
const unprovedShare = { texts: 0.5, codes: 0.1 } as const

export type UnprovedPart = keyof typeof unprovedShare

export const ofUnproved = (part: UnprovedPart, { monthPence, dayTexts }: Allowance) => ({
  monthPence: Math.floor(monthPence * unprovedShare[part]),
  dayTexts: Math.floor(dayTexts * unprovedShare[part]),
})

// From here on somebody is warned: eight tenths of the month's.
export const warnAt = 0.8

// What a text takes of it. Counted once, when it first goes to the network: a try after that is paid for by the first.
export type Charge = {
  readonly day: Day
  // '2026-11'
  readonly month: string
  // Each channel has a day of its own.
  readonly channel: Channel
  readonly service: string
  readonly pence: number
  // Codes are not counted for the phone: how many may be asked for has a limit of its own.
  readonly phoneKey?: string
  readonly sameKey?: string
  // Counted, whatever is left.
  readonly always: boolean
  readonly unproved?: UnprovedPart
}

export const textChargeFor = (text: Text, day: Day): Charge | undefined =>
  text.charged === true
    ? undefined
    : {
        day,
        month: day.slice(0, 7),
        channel: channelOf(text),
        service: text.service,
        pence: penceFor(text, day),
        always: text.category === 'security',
        ...(text.unproved === true ? { unproved: text.category === 'security' ? 'codes' : 'texts' } : {}),
        ...(text.phoneKey === undefined || text.category === 'security' ? {} : { phoneKey: text.phoneKey }),
        ...(text.sameKey === undefined ? {} : { sameKey: text.sameKey }),
      }

/** What a message costs, about. */
export const penceFor = (text: Pick<Text, 'channel' | 'body'>, day: Day): number => {
  switch (channelOf(text)) {
    case 'text':
      return penceOf(text.body, day) ?? 0
    case 'email':
      // An email costs nothing (GOV.UK Notify, "Pricing").
      return 0
    case 'letter':
      return letterPenceOf(day) ?? 0
  }
}

export type UsedUp = 'month' | 'day' | 'phone' | 'unproved'

export const heldInWords = (used: UsedUp, text: Pick<Text, 'channel'>): string =>
  channelOf(text) === 'text' ? heldWords[used] : otherHeldWords[used]

const otherHeldWords: Readonly<Record<UsedUp, string>> = {
  month: 'The month’s budget for messages is used up. Let it go when there is more, or contact them another way',
  day: 'As many as this service may send in a day have been sent. Let it go tomorrow, or contact them another way',
  phone:
    'This address has had as many messages today as we send to one in a day. Let it go tomorrow, or contact them another way',
  unproved:
    'Nobody has shown that this address is theirs, and we have sent as many messages to such people as we may. Check it with them, or let it go tomorrow',
}

const heldWords: Readonly<Record<UsedUp, string>> = {
  month: 'The month’s budget for texts is used up. Let it go when there is more, or contact them another way',
  day: 'As many texts as this service may send in a day have been sent. Let it go tomorrow, or contact them another way',
  phone:
    'This phone has had as many texts today as we send to one in a day. Let it go tomorrow, or contact them another way',
  unproved:
    'Nobody has shown that this number is theirs, and we have sent as many texts to such numbers as we may. Check the number with them, or let it go tomorrow',
}

// Of a text that one browser or address had us make after many others.
export const manyWords =
  'Many texts were asked for from the same place within an hour, and nobody has shown that this number is theirs. Check it with them, then let it go'

// The same words to the same phone about the same thing are sent once in this time (docs/rules/texts.md, "Repeats"): somebody pressed twice.
export const sameWithinMs = 10 * 60_000
