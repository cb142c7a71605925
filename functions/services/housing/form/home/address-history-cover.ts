// Address history must cover five years: a gap of more than 31 days needs an explanation, an overlap is pointed out
// (docs/rules/housing.md, "Address history"). The numbers are the council's and dated.
import { addYears, type Day, daysBetween, inWords } from '#domain/day.ts'
import type { ItemAnswers } from '#domain/forms/form.ts'

const historyRule = { validFrom: '2026-04-01', years: 5, longestGapDays: 31 } as const

type Stay = {
  readonly from: Day
  // Undefined while the person still lives there.
  readonly to?: Day
  // The person said where they were before this address, when there was a gap.
  readonly gapExplained: boolean
  readonly who: readonly Resident[]
}

// Whose address it was. Where it is not asked, a joint applicant lived with the applicant throughout.
type Resident = 'applicant' | 'joint'

type Gap = { readonly from: Day; readonly to: Day; readonly explained: boolean }
type Overlap = { readonly from: Day; readonly to: Day }

// The `whole` rule of the list: what to do, in words, or undefined when the five years are covered.
export const addressHistoryProblem = (items: readonly ItemAnswers[], today: Day): string | undefined => {
  const stays = staysOf(items)
  if (stays.length < items.length) return undefined
  const asked = items.some(({ answer }) => answer('livedHere') !== undefined)
  return (
    coverProblem(staysBy(stays, 'applicant'), today, 'you') ??
    (asked ? coverProblem(staysBy(stays, 'joint'), today, 'the joint applicant') : undefined)
  )
}

const staysBy = (stays: readonly Stay[], resident: Resident): readonly Stay[] =>
  stays.filter(({ who }) => who.includes(resident))

const coverProblem = (stays: readonly Stay[], today: Day, who: 'you' | 'the joint applicant'): string | undefined => {
  if (!stays.some((stay) => stay.to === undefined)) {
    return who === 'you'
      ? 'Add the address where you live now, or where you are staying'
      : 'Add the address where the joint applicant lives now, or is staying'
  }
  const gap = gapsIn(stays, today).find((found) => !found.explained)
  if (gap === undefined) return undefined
  const [from, to] = [inWords(gap.from), inWords(gap.to)]
  return `Add where ${who} lived from ${from} to ${to}, or explain this gap in the address that ${who} moved to on ${to}`
}

// Stretches of more than 31 days inside the last five years that no address covers, oldest first.
const gapsIn = (stays: readonly Stay[], today: Day): readonly Gap[] => {
  const gaps: Gap[] = []
  let covered = addYears(today, -historyRule.years)
  for (const stay of byStart(stays)) {
    if (daysBetween(covered, stay.from) > historyRule.longestGapDays) {
      gaps.push({ from: covered, to: stay.from, explained: stay.gapExplained })
    }
    covered = later(covered, stay.to ?? today)
  }
  return gaps
}

// Said on the list, and no more: somebody may well have kept two homes for a time.
export const addressHistoryDoubts = (items: readonly ItemAnswers[], today: Day): readonly string[] =>
  overlapsIn(staysBy(staysOf(items), 'applicant'), today).map(
    ({ from, to }) =>
      `You have told us about two addresses for ${inWords(from)} to ${inWords(to)}. Check the dates. If they are right, leave them as they are.`,
  )

// Stretches of more than 31 days when two addresses were both lived at.
const overlapsIn = (stays: readonly Stay[], today: Day): readonly Overlap[] => {
  const ordered = byStart(stays)
  return ordered
    .flatMap((stay, index) =>
      ordered.slice(index + 1).map((other) => ({ from: other.from, to: earlier(stay.to ?? today, other.to ?? today) })),
    )
    .filter(({ from, to }) => daysBetween(from, to) > historyRule.longestGapDays)
}

// Items whose dates are not given yet are left out.
const staysOf = (items: readonly ItemAnswers[]): readonly Stay[] =>
  items.flatMap(({ answer }) => {
    const from = answer('movedIn')
    const to = answer('movedOut')
    const stillThere = answer('livesHereNow') === 'yes'
    if (typeof from !== 'string' || (!stillThere && typeof to !== 'string')) return []
    const gapExplained = answer('gapBefore') === 'yes'
    return [
      {
        from,
        gapExplained,
        who: residentsIn(answer('livedHere')),
        ...(!stillThere && typeof to === 'string' ? { to } : {}),
      },
    ]
  })

const residentsIn = (answer: unknown): readonly Resident[] =>
  Array.isArray(answer) ? residents.filter((resident) => answer.includes(resident)) : residents

const residents: readonly Resident[] = ['applicant', 'joint']

const byStart = (stays: readonly Stay[]): readonly Stay[] => [...stays].sort((a, b) => (a.from < b.from ? -1 : 1))

const later = (one: Day, other: Day): Day => (one > other ? one : other)

const earlier = (one: Day, other: Day): Day => (one < other ? one : other)
