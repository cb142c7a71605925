// A message to a customer, by text unless it says by which other channel: decided with the case, sent later, its every attempt on record.
import type { SafeTimes } from '../cases/safe-times.ts'

export type TextState = 'due' | 'sending' | 'sent' | 'delivered' | 'failed' | 'uncertain' | 'held' | 'cancelled'

export type Text = {
  readonly id: string
  // The case, draft or booking reference that it is about.
  readonly about: string
  readonly service: string
  readonly template: string
  readonly templateVersion: number
  readonly category: Category
  // Absent: a text to a phone.
  readonly channel?: 'email' | 'letter'
  // E.164; of an email its address; of a letter its lines, the name first and the postcode last.
  readonly to: string
  // Of an email; the heading of a letter.
  readonly subject?: string
  readonly body: string
  readonly state: TextState
  readonly version: number
  // Instants in milliseconds.
  readonly dueAt: number
  readonly madeAt: number
  // Not sent at all after this: a reminder for a time that is past is of no use.
  readonly notAfter?: number
  readonly attempts: readonly Attempt[]
  // As its template said when it was made (absent on texts of before that was kept). Sent once more
  // where it is not known whether it went; when it may go; called off when the case moves on; and
  // nobody has to act where it does not arrive.
  readonly resends?: boolean
  readonly quiet?: Quiet
  readonly lapses?: boolean
  readonly unchased?: boolean
  // When the person said that it is safe to text them; absent: at any time.
  readonly safe?: SafeTimes
  readonly messageId?: string
  readonly leaseUntil?: number
  readonly publishStartedAt?: number
  // Its price has been taken from what may be spent.
  readonly charged?: boolean
  // How often a network could not reach the phone, and it was sent again.
  readonly returned?: number
  // The provider's ids of tries that came back: what else is said of them is old.
  readonly earlier?: readonly string[]
  // Why it failed or is held, in words for staff.
  readonly reason?: string
  // Sent again by staff: the text that was made instead of this one, and the one that this stands for.
  readonly again?: string
  readonly resendOf?: string
  // Keyed hashes. Of the phone: what is counted for it. Of these words to it about one thing: so that nobody gets them twice in a row. And for
  // what can be stopped, under which key whoever gets it may have said so.
  readonly phoneKey?: string
  readonly sameKey?: string
  readonly stopKey?: string
  // Not sent because it was not wanted: they had stopped such texts, or had just had the same. Nobody has to act.
  readonly unwanted?: boolean
  // Somebody typed the number and had us text it, and has not shown by a code that it is theirs.
  readonly unproved?: boolean
  // The request in which it was decided.
  readonly asked?: string
  // Staff told the person by phone.
  readonly phoned?: { readonly at: number; readonly byId: string }
}

export type Attempt = {
  readonly at: number
  readonly outcome: 'accepted' | 'retry' | 'refused' | 'unknown'
  readonly words: string
}

// security: codes. essential: about a thing the person asked for. The others can be done without.
export type Category = 'security' | 'essential' | 'reminder' | 'survey'

// When a text may go. Night is from 9pm to 8am in London.
//   at-once       somebody waits for it: a code, or the answer to what they have just done
//   daytime       not at night
//   not-holidays  nor on Sundays and bank holidays: it waits for the next day that is neither
//   promised      as before, but it comes before such days, as it is about a time that they are near
export type Quiet = 'at-once' | 'daytime' | 'not-holidays' | 'promised'

// What a service says of a text, beside its words.
export type TextRules = {
  readonly category: Category
  // Sent again when it is not known whether it went: for appointments and offers, never for reminders.
  readonly resendWhenUncertain: boolean
  // It has a link by which they end all texts of its category.
  readonly canStop: boolean
  readonly quiet: Quiet
  // Called off when the case moves on before it has gone: a reminder of what was then cancelled.
  readonly lapses: boolean
  // Staff are shown it where it does not arrive.
  readonly chased: boolean
}

export type TextTemplate = TextRules & {
  readonly id: string
  // One more with each change of the words.
  readonly version: number
  // ((name)) stands for a value. One GSM-7 part where possible: 160 characters.
  readonly words: string
  // What the law wants said: staff who change the words cannot take it out.
  readonly mustHold?: readonly string[]
  // The same by email, to whom it is not safe to text. Its words are Markdown, as GOV.UK Notify has it.
  readonly email?: EmailWords
  // The same by post, to whom neither is safe.
  readonly letter?: EmailWords
}

// `follows`: made from the words of the text, and of their version.
export type EmailWords = {
  readonly version: number
  readonly subject: string
  readonly words: string
  readonly follows?: true
}

// A text that a decision sends: now, or at `dueAt`, and not at all after `notAfter`.
// `values`: for ((placeholders)) that the case does not have.
export type TextToSend = {
  readonly template: string
  readonly dueAt?: number
  readonly notAfter?: number
  readonly values?: Readonly<Record<string, string>>
  // Why staff are to look at it first.
  readonly heldBack?: string
}

// As staff see it: without the part of a link that lets whoever has it act as the person it was sent to.
export const forStaff = ({ body }: Pick<Text, 'body'>): string => body.replace(/(\/offer\/[^/\s]+\/)\S+/, '$1…')
