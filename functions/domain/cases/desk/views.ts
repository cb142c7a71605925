// A list of cases that somebody keeps under a name: the filters of the worklist, and no name or number
// of anybody on a case (docs/rules/casework.md, "Saved views").
import { no, ok, type Result } from '../../result.ts'

// What the address of the worklist says: show, sort, state and the like.
export type ViewQuery = Readonly<Record<string, string>>

export type SavedView = {
  readonly id: string
  readonly name: string
  readonly query: ViewQuery
  // Who made it.
  readonly by: string
  readonly byId: string
  // Their day begins with it. One of a person's own at most.
  readonly first?: true
}

// Whose they are: a person's own, or all of a team's.
export type ViewOwner = { readonly is: 'person'; readonly id: string } | { readonly is: 'team'; readonly team: string }

// As they were read. Version 0: nothing was ever kept.
export type KeptViews = { readonly owner: ViewOwner; readonly version: number; readonly views: readonly SavedView[] }

export const mostViews = 20

export const withView = (
  { views }: KeptViews,
  view: SavedView,
): Result<readonly SavedView[], 'too-many' | 'same-name'> => {
  if (views.some(({ name }) => plain(name) === plain(view.name))) return no('same-name')
  if (views.length >= mostViews) return no('too-many')
  return ok([...(view.first === true ? views.map(notFirst) : views), view])
}

const notFirst = ({ first: _, ...view }: SavedView): SavedView => view

const plain = (name: string): string => name.trim().replace(/\s+/g, ' ').toLowerCase()
