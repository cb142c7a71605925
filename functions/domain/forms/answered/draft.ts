// An application that is not yet sent: what was typed, page by page, and the journey through it.
import type { Hold } from '../../slots/booking.ts'
import type { ManySection } from '../form.ts'
import type { Typed } from '../kind.ts'
import { type Helper, handedOver } from './helping.ts'
import { nextItem, type Step } from './journey.ts'
import { withPage } from './pages.ts'
import { keptApart } from './parted.ts'
import type { Called } from './record.ts'
import type { Saved } from './saved.ts'
import type { Walked } from './trail.ts'

export type Draft = Saved &
  Called & {
    readonly id: string
    readonly service: string
    readonly formVersion: number
    // Raised by each save: two tabs are told apart by it.
    readonly version: number
    readonly status: 'draft' | 'submitted'
    // What a person quotes to come back to it. Knowing it gives nothing: a code by text is needed too.
    readonly reference: string
    // Instants in milliseconds.
    readonly startedAt: number
    readonly touchedAt: number
    readonly expiresAt: number
    // E.164, as it was given last: a code to this number opens the draft, and to no number before it.
    readonly phone?: string
    // An address that they said is safe, as it was given last: a code by email to it opens the draft.
    readonly email?: string
    // Whoever proved the phone or the address by a code, as a keyed hash of it. Each who does so in
    // another's place begins a turn: what browsers of an earlier turn hold opens nothing any more.
    readonly holder?: string
    // By what else the holder comes back: what they gave since they hold it.
    readonly also?: readonly string[]
    readonly turn?: number
    // Marks of browsers that have signed out: a copy of their cookie opens nothing.
    readonly left?: readonly string[]
    readonly caseReference?: string
    // Its own key, wrapped: what was told in confidence is sealed under it wherever it is kept. Absent until there is something to seal.
    readonly wrappedKey?: string
    readonly reopens?: Reopens
    // Who of the staff answers for somebody who asks them: nobody else goes on with it.
    readonly by?: string
    // The time that is held for it.
    readonly hold?: Hold
    readonly walked?: Walked
    // Whom the applicant let help them, ended ones too.
    readonly helpers?: readonly Helper[]
  }

// Answers wanted again on a case. The draft's own pages are those that were answered again; all others stand in `before`.
export type Reopens = {
  readonly caseReference: string
  // Page keys, or ids of sections: only these are asked, and what a changed answer makes necessary.
  readonly keys: readonly string[]
  readonly message: string
  readonly before: Saved
  // The draft whose answers stand in `before`. Absent on those of before it was kept.
  readonly of?: string
  // The applicant opened it of their own accord, to send this.
  readonly own?: OwnAccord
  // Pages that were not complete when it was opened and are not asked for: the form has grown since the case was sent.
  readonly left: readonly string[]
}

// All that is answered, as the journey reads it.
export const savedIn = ({ pages, items, reopens }: Draft): Saved =>
  reopens === undefined ? { pages, items } : { items, pages: { ...reopens.before.pages, ...pages } }

export const draftDays = 28

// What an applicant sends unasked, by the workflow's own name for taking it.
export type OwnAccord = 'take-documents' | 'take-change' | 'take-contact'

// The same answers on top of what the case says now, where it was changed since: page by page, what was
// typed last stands.
export const onTopOf = (reopens: Reopens, items: Saved['items'], now: Saved & { readonly of: string }) => ({
  items: sameItems(items, reopens.before.items) ? now.items : items,
  reopens: { ...reopens, before: { pages: now.pages, items: now.items }, of: now.of },
})

const sameItems = (one: Saved['items'], other: Saved['items']): boolean =>
  JSON.stringify(Object.entries(one).toSorted()) === JSON.stringify(Object.entries(other).toSorted())

export type PageChange = Extract<Change, { is: 'page' }>

// One page's worth of change to a draft, as the store writes it. `hand`: the id of the helper who makes it.
export type Change = ByHand & Kind

type ByHand = { readonly hand?: string }

type Kind =
  // `hold`: the time that this page's answer now holds.
  | {
      readonly is: 'page'
      readonly key: string
      readonly typed: Typed
      // Of pages that are asked together: what the others are told, by their keys.
      readonly also?: Readonly<Record<string, Typed>>
      readonly hold?: Hold
      readonly walked?: Walked
    }
  | {
      readonly is: 'add'
      readonly section: string
      readonly items: readonly string[]
      readonly key: string
      readonly typed: Typed
    }
  | {
      readonly is: 'remove'
      readonly section: string
      readonly items: readonly string[]
      readonly gone: readonly string[]
    }

  // The draft brought to a later version of its form.
  | { readonly is: 'migrate'; readonly to: number; readonly saved: Saved; readonly reopens?: Reopens }

export const pageSaved = (key: string, typed: Typed, hold?: Hold): PageChange => ({
  ...{ is: 'page', key, typed },
  ...(hold === undefined ? {} : { hold }),
})

// What was typed on a page of the form, kept under the key of each page that stands on it.
export const saveStep = (step: Step, typed: Typed): PageChange => {
  const { [step.key]: own = {}, ...also } = keptApart(step, typed)
  return Object.keys(also).length === 0 ? pageSaved(step.key, own) : { ...pageSaved(step.key, own), also }
}

// A further item in a list; saying "yes, another" is what adds it.
export const addItem = (saved: Saved, section: ManySection): { readonly change: Change; readonly item: string } => {
  const item = nextItem(saved, section)
  const items = [...(saved.items[section.id] ?? []), item]
  return { item, change: { is: 'add', section: section.id, items, key: section.id, typed: { another: ['yes'] } } }
}

export const removeItem = (saved: Saved, section: ManySection, item: string): Change => ({
  is: 'remove',
  section: section.id,
  items: (saved.items[section.id] ?? []).filter((other) => other !== item),
  gone: [section.id, ...Object.keys(saved.pages).filter((key) => key.startsWith(`${section.id}/${item}/`))],
})

export const changed = (draft: Draft, change: Change, now: number): Draft => ({
  ...draft,
  ...savedAfter(draft, change),
  ...(change.is === 'migrate' ? migrated(change) : {}),
  ...(change.is === 'page' && change.hold !== undefined ? { hold: change.hold } : {}),
  ...(change.is === 'page' && change.walked !== undefined ? { walked: change.walked } : {}),
  ...helpersAfter(draft, change),
  version: draft.version + 1,
  touchedAt: now,
})

const helpersAfter = ({ helpers, pages }: Draft, change: Change): Pick<Draft, 'helpers'> => {
  if (helpers === undefined || change.is === 'migrate') return {}
  const told =
    change.is === 'page'
      ? { ...change.also, [change.key]: change.typed }
      : { [change.section]: { items: change.items } }
  const all = Object.entries(told).map(([key, typed]) => ({ key, typed, was: pages[key] ?? {} }))
  return { helpers: handedOver(helpers, all, change.hand) ?? helpers }
}

const migrated = ({ to, reopens }: Extract<Change, { is: 'migrate' }>): Partial<Draft> => ({
  formVersion: to,
  ...(reopens === undefined ? {} : { reopens }),
})

const savedAfter = (saved: Saved, change: Change): Saved => {
  switch (change.is) {
    case 'page':
      return {
        items: saved.items,
        pages: Object.entries({ ...change.also, [change.key]: change.typed }).reduce(
          (pages, [key, typed]) => withPage(pages, key, typed),
          saved.pages,
        ),
      }
    case 'add':
      return {
        items: { ...saved.items, [change.section]: change.items },
        pages: withPage(saved.pages, change.key, change.typed),
      }
    case 'remove':
      return {
        items: { ...saved.items, [change.section]: change.items },
        pages: Object.fromEntries(Object.entries(saved.pages).filter(([key]) => !change.gone.includes(key))),
      }
    case 'migrate':
      return change.saved
  }
}
