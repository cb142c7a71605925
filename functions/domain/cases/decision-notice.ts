// A decision notice: what is issued to the person, once. It is made with the decision, kept as it was made, and never made again; a correction
// is a notice of its own that names what it replaces (docs/rules/planning.md, "Decision notice").
import type { SitePicture } from '../places/site-picture.ts'

export type DecisionNotice = {
  readonly council: string
  readonly title: string
  readonly reference: string
  readonly version: number
  // Who, where, what, when.
  readonly rows: readonly { readonly question: string; readonly lines: readonly string[] }[]
  // Pictures of the site, where its line was drawn.
  readonly sites?: readonly Site[]
  readonly parts: readonly NoticePart[]
}

type Site = { readonly picture: SitePicture; readonly colour: 'red' | 'blue' }

export type NoticePart = {
  readonly title: string
  readonly words?: readonly string[]
  // Numbered: conditions, reasons for refusal.
  readonly items?: readonly NoticeItem[]
}

export type NoticeItem = { readonly words: string; readonly beneath?: readonly string[] }

// What each copy of it is known by: SHA-256, in hex.
export type NoticeHashes = { readonly html: string; readonly pdf: string }

export const noticeKinds = ['html', 'pdf'] as const
export type NoticeKind = (typeof noticeKinds)[number]
