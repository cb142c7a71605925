// A complaint as it is worked: how it is understood, what was answered at each stage, what is put right, and what the council learns from
// it (docs/rules/complaints.md).
import type { Day } from '../../day.ts'

export type Complaint = {
  // As it was told to whoever complains when it was acknowledged.
  readonly understood?: string
  // The stage that it is at, or was last answered at.
  readonly stage: 1 | 2
  readonly acknowledgedOn?: Day
  readonly extensions?: readonly Extension[]
  readonly answers?: readonly ComplaintAnswer[]
  readonly remedies?: readonly Remedy[]
  readonly learning?: readonly Learning[]
  readonly ombudsman?: readonly AtOmbudsman[]
}

export type Extension = { readonly on: Day; readonly by: string; readonly until: Day; readonly reason: string }

export type ComplaintFound = 'upheld' | 'partly' | 'not'

// `facts`: what stood when it was answered, as it stood. They never change after it.
export type ComplaintAnswer = {
  readonly stage: 1 | 2
  readonly is: ComplaintFound
  readonly on: Day
  readonly by: string
  readonly byId: string
  readonly facts: readonly { readonly question: string; readonly lines: readonly string[] }[]
}

export type Remedy = {
  readonly what: string
  // In pence.
  readonly pays?: number
  readonly who: string
  readonly by: Day
  readonly done?: { readonly on: Day; readonly by: string; readonly how: string }
}

export type Learning = { readonly what: string; readonly who: string; readonly by: Day; readonly on: Day }

export type AtOmbudsman = {
  readonly which: string
  // The ombudsman's own reference.
  readonly theirs: string
  readonly since: Day
  readonly decided?: { readonly on: Day; readonly is: string; readonly words: string }
}

// The case that it is about: who of the staff had a part in it, by their ids, and how it stood when it was last looked up.
export type Concerns = {
  readonly reference: string
  readonly partIn: readonly string[]
  readonly stands?: { readonly service: string; readonly state: string; readonly version: number; readonly at: number }
}

// A case as its parts in clear tell it.
export type Stood = NonNullable<Concerns['stands']> & {
  readonly events: readonly { readonly byId?: string; readonly action: string }[]
}

type Has = { readonly complaint?: Complaint }

export const complaintOf = ({ complaint }: Has): Complaint => complaint ?? { stage: 1 }

export const outstanding = ({ complaint }: Has): readonly Remedy[] =>
  (complaint?.remedies ?? []).filter(({ done }) => done === undefined)
