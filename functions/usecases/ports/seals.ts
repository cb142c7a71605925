// Sealing of what people told us in confidence: each draft has a key of its own, kept only wrapped, which the key service alone can unwrap.
import type { SealKey } from '#domain/forms/in-confidence.ts'

// An opened key. `place` says where the text stands: sealed for one place, it opens in no other.
export type Seal = {
  readonly key: SealKey
  readonly close: (place: string, text: string) => string
  readonly open: (place: string, sealed: string) => string
}

export type Seals = {
  readonly newKey: (draft: string) => Promise<Seal>
  readonly opened: (key: SealKey) => Promise<Seal>
}

// 'unavailable': the key service refuses, is busy or cannot be reached; nothing was shown or saved. 'erased': the key is there no more, and
// with it what it sealed. `cause`: the key service's own name for it.
export class SealProblem extends Error {
  readonly is: 'unavailable' | 'erased'
  constructor(is: SealProblem['is'], cause: string = is) {
    super(`Sealed answers: ${is}`)
    this.name = `Seals ${cause}`
    this.is = is
  }
}

// For who goes through many cases: an erased one is none.
export const noneIfErased = (problem: unknown): undefined => {
  if (problem instanceof SealProblem && problem.is === 'erased') return undefined
  throw problem
}
