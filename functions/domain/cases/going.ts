// A closed case whose time is over goes when a manager has agreed (docs/rules/keeping.md, "When the time is over").
import { addDays, type Day, inWords } from '../day.ts'
import { type Holdable, type HoldChange, inPlace, type MayBeHeld, type Placed } from './hold.ts'

// `from`: the first day in whose night it may go. `law`: by which rule.
export type Going = {
  readonly from: Day
  readonly by: string
  readonly byId: string
  readonly at: number
  readonly law: string
}

type MayGo = { readonly going?: Going }

// How long a case is kept, beside the rules.
export type HowKept = MayBeHeld & MayGo

type Goable = Holdable & MayGo

// A whole day at least, in which anybody of its managers takes it back.
const graceDays = 2

export const holdAgreed = <T extends Goable>(subject: T, law: string, today: Day, change: HoldChange): Placed<T> => {
  const { by, now } = change
  const from = addDays(today, graceDays)
  return inPlace({ ...subject, going: { from, by: by.name, byId: by.id, at: now, law } }, change, {
    action: 'agree-erasing',
    words: `agreed that the case is erased from ${inWords(from)} on`,
    details: [{ question: 'By this rule', lines: [law] }],
  })
}

export const takenBack = <T extends Goable>(subject: T, change: HoldChange): Placed<Omit<T, 'going'>> => {
  const { going: _, ...rest } = subject
  return inPlace(rest, change, {
    action: 'end-erasing',
    words: 'took back that the case is erased',
    details: [],
  })
}

// An agreement from before the case was opened again, or from before it was held, counts no more.
export const goingOf = ({
  going,
  held,
  changedAt,
}: Pick<Goable, 'going' | 'held'> & { readonly changedAt: number }): Going | undefined =>
  going !== undefined && held === undefined && going.at >= changedAt ? going : undefined
