// What a draft keeps of a person's answers: typed values by page key, and the items of each list in order.
import type { Typed } from '../kind.ts'

export type Saved = {
  readonly pages: Readonly<Record<string, Typed>>
  readonly items: Readonly<Record<string, readonly string[]>>
}
