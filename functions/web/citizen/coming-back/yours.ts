// What this browser may see: all that belongs to the phone that it proved by a code, and what it began or opened itself.
import type { ListedCase } from '#domain/cases/case.ts'
import type { Draft } from '#domain/forms/answered/draft.ts'
import { type Helper, helperOf } from '#domain/forms/answered/helping.ts'
import { opensBy } from '#domain/forms/answered/way-back.ts'
import { mayGetCode } from '#usecases/answering/return-code.ts'
import type { BegunDraft, Yours } from '#usecases/ports/access.ts'
import { allHeld, held } from '../session.ts'
import { markOf, type Visit } from '../visit.ts'

export const yoursOf = async (visit: Visit): Promise<Yours> => {
  const [byPhone, here] = await Promise.all([ofPhone(visit), ownDrafts(visit)])
  const sent = (await Promise.all(here.map(({ caseReference }) => caseOf(visit, caseReference)))).filter(
    (one) => one !== undefined,
  )
  const asked = await Promise.all(sent.map((one) => askedOn(visit, one)))
  const open = [...here, ...asked.filter((one) => one !== undefined)].filter(({ status }) => status === 'draft')
  return {
    drafts: onceEach([...open, ...byPhone.drafts], ({ id }) => id).toSorted((a, b) => b.touchedAt - a.touchedAt),
    cases: onceEach([...byPhone.cases, ...sent], ({ reference }) => reference).toSorted(
      (a, b) => b.openedAt - a.openedAt,
    ),
  }
}

// A number that is not safe to text opens nothing, and another who proved it later holds what was begun before.
const ofPhone = async (visit: Visit): Promise<Yours> => {
  const { owner } = visit.session
  if (owner === undefined || (await visit.counter.access.isOut(markOf(visit)))) return { drafts: [], cases: [] }
  const { drafts, cases } = await visit.counter.find.byOwner(owner)
  return { drafts: drafts.filter((draft) => opensBy(draft, owner)), cases: cases.filter(mayGetCode) }
}

// Began here, or opened here after whatever it takes. What somebody helps with is not theirs.
const ownDrafts = async (visit: Visit): Promise<readonly Draft[]> => {
  const found = await Promise.all(allHeld(visit.session).map((said) => ownDraft(visit, said)))
  return found.filter((draft) => draft !== undefined)
}

export type HelpedDraft = { readonly draft: Draft; readonly helper: Helper }

/** What this browser helps with, as long as the applicant lets it. */
export const helpedHere = async (visit: Visit): Promise<readonly HelpedDraft[]> => {
  const found = await Promise.all(
    allHeld(visit.session).map(async (said) => {
      const { id, helper } = held(said)
      const draft = helper === undefined ? undefined : await visit.counter.drafts.get(id)
      const here = draft === undefined ? undefined : helperOf(draft, helper ?? '', visit.counter.clock.now())
      const left = draft?.left?.includes(markOf(visit)) === true
      return draft === undefined || here === undefined || left ? undefined : { draft, helper: here }
    }),
  )
  return found.filter((one) => one !== undefined)
}

const ownDraft = async (visit: Visit, said: string): Promise<Draft | undefined> => {
  const { id, turn, helper } = held(said)
  if (helper !== undefined) return undefined
  const draft = await visit.counter.drafts.get(id)
  if (draft === undefined || (draft.turn ?? 0) !== turn) return undefined
  return draft.left?.includes(markOf(visit)) === true ? undefined : draft
}

// What we asked of whoever has the case at hand without a phone: it was opened for them too.
const askedOn = async ({ counter }: Visit, { asked }: ListedCase): Promise<Draft | undefined> =>
  asked === undefined ? undefined : counter.drafts.get(asked.draftId)

const caseOf = async ({ counter }: Visit, reference: string | undefined): Promise<ListedCase | undefined> =>
  reference === undefined ? undefined : counter.cases.get(reference)

const onceEach = <T>(all: readonly T[], id: (one: T) => string): readonly T[] => [
  ...new Map(all.map((one) => [id(one), one])).values(),
]

// Does this browser have it at hand, whatever it proved?
export const holdsDraft = async (visit: Visit, draftId: string): Promise<boolean> => {
  const said = allHeld(visit.session).find((one) => held(one).id === draftId)
  return said !== undefined && (await ownDraft(visit, said)) !== undefined
}

// Ids of all that this browser has at hand.
export const heldHere = async (visit: Visit): Promise<ReadonlySet<string>> =>
  new Set((await ownDrafts(visit)).map(({ id }) => id))

export const isKept = ({ counter }: Visit, { expiresAt }: BegunDraft): boolean => expiresAt >= counter.clock.now()
