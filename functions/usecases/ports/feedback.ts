// What people tell us of the services, as the table keeps it.
import type { Feedback } from '#domain/measures/feedback/feedback.ts'
import type { Month } from '#domain/measures/months.ts'
import type { Result } from '#domain/result.ts'
import type { Text } from '#domain/texts/text.ts'

export type FeedbackStore = {
  // Put if absent, with its texts: the same end is asked once.
  readonly put: (feedback: Feedback, texts: readonly Text[]) => Promise<void>
  // How often these words came on this day, this time included. `hash`: keyed, of the words.
  readonly times: (hash: string, now: number) => Promise<number>
}

export type FeedbackInbox = {
  readonly ofMonth: (month: Month) => Promise<readonly Feedback[]>
  readonly get: (id: string) => Promise<Feedback | undefined>
  // With its entry in the audit log.
  readonly change: (after: Feedback, by: Changer) => Promise<Result<Feedback, 'changed-elsewhere'>>
}

export type Changer = { readonly userId: string; readonly entry: string; readonly now: number }
