// What a council keeps of an erasure, apart from the tables: that it was done, by whom, by which rule, what went, and by which keyed hashes
// the same is found in a table that a restore brought back. It names nobody.
import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import type { Keys } from '#usecases/ports/stores.ts'

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
  readonly signature: string
}

export const hashedCase = (keys: Keys, reference: string): string => keys.hash('erased case', reference)
export const hashedDraft = (keys: Keys, id: string): string => keys.hash('erased draft', id)

export const signed = (keys: Keys, receipt: Omit<Receipt, 'signature'>): Receipt => ({
  ...receipt,
  signature: signatureOf(keys, receipt),
})

/** Is the receipt as it was written, by who knows the key? */
export const isTrue = (keys: Keys, { signature, ...said }: Receipt): boolean =>
  keys.same(signature, signatureOf(keys, said))

// In the order of the names, whatever wrote the file.
const signatureOf = (keys: Keys, said: Omit<Receipt, 'signature'>): string =>
  keys.hash('erasure receipt', JSON.stringify(Object.entries(said).toSorted(([a], [b]) => (a < b ? -1 : 1))))

export const receiptsIn = (file: string): readonly Receipt[] =>
  existsSync(file)
    ? readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line): Receipt => JSON.parse(line))
    : []

export const keep = (file: string, receipt: Receipt): void =>
  appendFileSync(file, `${JSON.stringify(receipt)}\n`, { mode: 0o600 })
