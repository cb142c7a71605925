// The same done on many cases at once (docs/rules/casework.md, "Many at once").

// Who gets each case, nobody where there is no one; or what each applicant is told.
export type BulkDeed =
  | { readonly is: 'give'; readonly to?: { readonly id: string; readonly name: string } }
  | { readonly is: 'tell'; readonly words: string }

export type Bulk = {
  readonly id: string
  readonly team: string
  readonly deed: BulkDeed
  readonly madeAt: number
  readonly by: { readonly id: string; readonly name: string }
  // As the trial said: on how many it would be done, how many texts and emails go, and what they cost.
  readonly would: number
  readonly messages: number
  readonly pence: number
  readonly startedAt?: number
  readonly startedBy?: string
  readonly startedById?: string
  readonly undoneAt?: number
  readonly undoneById?: string
  // Nothing was left to do, or to undo.
  readonly endedAt?: number
}

// `version`: of the case as it was chosen. `had`: who had it, for undoing.
export type BulkItem = {
  readonly reference: string
  readonly version: number
  readonly had?: { readonly id: string; readonly name: string }
  readonly plan: 'would' | 'left-out'
  readonly result?: 'done' | 'changed' | 'refused'
  readonly undone?: 'done' | 'changed'
  // Why it is left out or was not done.
  readonly why?: string
}

export const mostInBulk = 500
const alone = { cases: 100, messages: 50 }
const dayMs = 86_400_000
const atOnce = 25

/** A second person looks at it first. */
export const needsSecond = ({ would, messages }: Pick<Bulk, 'would' | 'messages'>): boolean =>
  would > alone.cases || messages > alone.messages

/** With the press itself; more than that is done behind it. */
export const isDoneAtOnce = (items: readonly BulkItem[]): boolean => items.length <= atOnce

export const mayStart = (bulk: Bulk, userId: string): boolean =>
  bulk.startedAt === undefined && bulk.would > 0 && (!needsSecond(bulk) || bulk.by.id !== userId)

/** For a day, once; where something was sent, as long as some of it is not. */
export const mayUndo = (bulk: Bulk, now: number): boolean => {
  const { deed, startedAt, undoneAt } = bulk
  if (startedAt === undefined || undoneAt !== undefined) return false
  return deed.is === 'tell' ? isGoingOn(bulk) : now - startedAt < dayMs
}

// One of an earlier release does not say whose it is, and is not gone on with.
export const isGoingOn = ({ startedById, endedAt }: Bulk): boolean => startedById !== undefined && endedAt === undefined

export const leftToDo = (items: readonly BulkItem[]): readonly BulkItem[] =>
  items.filter(({ plan, result }) => plan === 'would' && result === undefined)

export const leftToUndo = (items: readonly BulkItem[]): readonly BulkItem[] =>
  items.filter(({ result, undone }) => result === 'done' && undone === undefined)

/** What has still to be done of one that was started, or to be undone: what was sent cannot be. */
export const leftOf = ({ deed, undoneAt }: Bulk, items: readonly BulkItem[]): readonly BulkItem[] =>
  undoneAt === undefined || deed.is === 'tell' ? leftToDo(items) : [...leftToDo(items), ...leftToUndo(items)]

/** How far one row has come: it never goes back. */
export const stepOf = ({ result, undone }: BulkItem): number =>
  result === undefined ? 0 : undone === undefined ? 1 : 2
