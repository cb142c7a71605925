// What people tell us of the services, as the table keeps it.
import type { Feedback } from '#domain/measures/feedback/feedback.ts'
import type { WantedFeedback } from '#domain/measures/feedback/wanted.ts'
import type { Result } from '#domain/result.ts'
import type { Text } from '#domain/texts/text.ts'

export type FeedbackStore = {
  // Put if absent, with its texts: the same end is asked once.
  readonly put: (feedback: Feedback, texts: readonly Text[]) => Promise<void>
  // How often these words came on this day, this time included. `hash`: keyed, of the words.
  readonly times: (hash: string, now: number) => Promise<number>
}

export type FeedbackInbox = {
  readonly page: (query: InboxQuery) => Promise<InboxPart>
  readonly get: (id: string) => Promise<Feedback | undefined>
  // With its entry in the audit log.
  readonly change: (after: Feedback, by: Changer) => Promise<Result<Feedback, 'changed-elsewhere'>>
}

// `from`: where another page ended.
export type InboxQuery = { readonly wanted: WantedFeedback; readonly from?: string; readonly size: number }

// A page looks through a fixed number of them: it may find fewer than it has room for, and another goes on from `next`.
export type InboxPart = { readonly found: readonly Feedback[]; readonly next?: string }

export type Changer = { readonly userId: string; readonly entry: string; readonly now: number }
