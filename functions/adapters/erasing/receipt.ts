// The receipt of an erasure: signed, so that a change shows, and naming people by keyed hashes only.
import type { Receipt } from '#usecases/ports/erasing.ts'
import type { Keys } from '#usecases/ports/stores.ts'

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
