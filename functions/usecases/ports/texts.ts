// What sending texts needs of the outside: the outbox, the network, and who wants none.
import type { Result } from '#domain/result.ts'
import type { Allowance, Charge, UsedUp } from '#domain/texts/allowance.ts'
import type { Told } from '#domain/texts/provider.ts'
import type { Text } from '#domain/texts/text.ts'
import type { Live, Wording } from '#domain/texts/wording.ts'
import type { AuditEntry } from './staff.ts'

// 'same': these words have just gone to this phone in another text.
export type NotBegun = 'changed-elsewhere' | UsedUp | 'same'

export type OutboxStore = {
  readonly put: (texts: readonly Text[]) => Promise<void>
  readonly get: (id: string) => Promise<Text | undefined>
  // Ids of texts due at `now`, oldest first.
  readonly due: (now: number, most: number) => Promise<readonly string[]>
  // Texts stuck in sending whose lease is past.
  readonly stuck: (now: number, most: number) => Promise<readonly string[]>
  // Moves a text on where it still is at `before.version`.
  readonly move: (before: Text, after: Text) => Promise<Result<Text, 'changed-elsewhere'>>
  readonly byMessageId: (messageId: string) => Promise<Text | undefined>
  // Marks that publishing begins, takes the price from what may be spent and notes that these words went: all or none.
  readonly begin: (
    before: Text,
    after: Text,
    given: { readonly charge: Charge; readonly allowance: Allowance; readonly now: number },
  ) => Promise<Result<Text, NotBegun>>
  // Pence spent on texts in a month.
  readonly spent: (month: string) => Promise<number>
}

// Whether somebody wants no more texts, by a key that the text has.
export type StoppedStore = {
  readonly is: (key: string, now: number) => Promise<boolean>
  // Without `until`: until they say otherwise.
  readonly set: (
    key: string,
    said: { readonly stopped: boolean; readonly now: number; readonly until?: number },
  ) => Promise<void>
}

export type Sent =
  | { readonly is: 'accepted'; readonly messageId: string }
  | { readonly is: 'refused'; readonly words: string }
  | { readonly is: 'retry'; readonly words: string }
  | { readonly is: 'unknown'; readonly words: string }

export type TextSender = {
  readonly send: (text: Text) => Promise<Sent>
  // What became of one that was sent, or of one of which nobody knows whether it was taken. Undefined: that provider cannot be asked.
  readonly ask?: (text: Text) => Promise<Told | undefined>
}

// The words of texts as staff changed them: every version, and which of them counts.
export type WordingStore = {
  readonly live: (service: string) => Promise<Live>
  // With every version of its texts, the oldest first.
  readonly all: (service: string) => Promise<{ readonly live: Live; readonly wordings: readonly Wording[] }>
  // A version that is there already is somebody else's.
  readonly propose: (wording: Wording, entry: AuditEntry) => Promise<Result<null, 'changed-elsewhere'>>
  // What counts from now on, made of `after.version - 1`; and the version that it approves, if any.
  readonly turn: (
    service: string,
    turn: { readonly after: Live; readonly approves?: Wording; readonly entry: AuditEntry },
  ) => Promise<Result<null, 'changed-elsewhere'>>
}

/** What counts of a service's texts. */
export type LiveWordings = Pick<WordingStore, 'live'>
