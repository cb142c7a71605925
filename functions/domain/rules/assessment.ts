// What the rules say of one application, in parts that can be shown: the same shape for every service, for the applicant before sending
// and for the officer beside the case. A case keeps the officer's, with the names of the packs that were read.

import type { Day } from '../day.ts'
import type { Typed } from '../forms/kind.ts'
import type { Term } from './statutory.ts'
import type { RuleStep } from './trace.ts'

// A question on its own, or a question of each item of a list.
export type Read = { readonly question: string; readonly section?: string }

export type Assessment = {
  readonly on: Day
  // The dated data that was read: 'dorset-2026'.
  readonly pack: string
  // What people call that data: 'Dorset Council housing allocation scheme 2026 to 2031'.
  readonly under?: string
  readonly parts: readonly Part[]
  // What the rules leave to a person to check or to weigh, each in a sentence.
  readonly leaves?: readonly string[]
  // What an officer's action starts from.
  readonly proposes?: Proposal
  // What the answers ask for and an officer must agree, each with its words.
  readonly claims?: readonly Claimed[]
  // For services with a clock of the law's own.
  readonly term?: Term
}

export type Part = {
  readonly id: string
  // "Bedrooms you may need"
  readonly title: string
  // "3 bedrooms"
  readonly answer: string
  // A list below the answer: documents that are missing, tasks.
  readonly lines?: readonly string[]
  // Against the applicant, and so provisional until a person confirms it.
  readonly adverse?: boolean
  // The questions of the form whose answers decided it, where an adverse part can be put right.
  readonly rests?: readonly Read[]
  readonly steps: readonly RuleStep[]
}

// `code`: what it is for. `of`: for whom, as the rules call them.
export type Claimed = { readonly code: string; readonly of: string; readonly words: string }

type Proposal = { readonly action: string; readonly typed: Typed }

export const adverseParts = (assessment: Assessment): readonly Part[] =>
  assessment.parts.filter((part) => part.adverse === true)
