// Decision notices: made once as a page and as a PDF, and read as they were made.
import type { DecisionNotice, NoticeHashes } from '#domain/cases/decision-notice.ts'

export type PrintedNotice = { readonly html: string; readonly pdf: Uint8Array; readonly hashes: NoticeHashes }

// `at`: the instant that it is made at, in milliseconds.
export type NoticePrinter = { readonly print: (notice: DecisionNotice, at: number) => Promise<PrintedNotice> }
