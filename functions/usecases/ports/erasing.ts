// Erasing people everywhere, and what is kept of it apart from the tables (docs/rules/keeping.md, "Erasing").

// By whom and by which rule a case goes.
export type ToErase = { readonly reference: string; readonly by: string; readonly law: string }

export type NotErased = {
  readonly is: 'open' | 'not-there' | 'held' | 'changed'
  readonly references: readonly string[]
}

// All of them, or none where one of them may not go. A run that broke off is gone on with by the next one.
export type Erase = (cases: readonly ToErase[]) => Promise<Receipt | NotErased>

// What a council keeps of an erasure: that it was done, by whom, by which rule, what went, and by which keyed hashes the same is found in a
// table that a restore brought back. It names nobody.
export type Receipt = {
  readonly version: 1
  readonly id: string
  // An instant, as ISO 8601.
  readonly at: string
  readonly by: string
  readonly law: string
  // Keyed hashes of references and of drafts' ids.
  readonly cases: readonly string[]
  readonly drafts: readonly string[]
  // Items by what their key starts with; objects in buckets; SHA-256 of each wrapped key that is gone.
  readonly went: Readonly<Record<string, number>>
  readonly files: number
  readonly keys: readonly string[]
  // Read again afterwards: what still named them, or held one of the keys.
  readonly left: number
  // Kept before anything goes: a run that broke off is known by it, and its end has a receipt of its own.
  readonly begun?: true
  readonly signature: string
}
