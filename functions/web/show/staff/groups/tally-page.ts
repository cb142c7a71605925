// Counting who is helped at a drop-in, with a button for one more and one for one less.
import { type Day, inFullWords } from '#domain/day.ts'
import { isSmall } from '#domain/measures/figures/few.ts'
import type { Place } from '#domain/slots/rota.ts'
import { type HelpCount, helpKinds } from '#domain/slots/tally.ts'
import type { TallySeen } from '#usecases/booking/groups/tallying.ts'
import type { Variables } from '#web/template-runtime.ts'
import { type StaffAround, staffPage } from '../around.ts'

export const tallyAt = (place: string): string => `/desk/${encodeURIComponent(place)}/tally`

export type TallyPage = {
  readonly around: StaffAround
  readonly place: Place
  readonly at: string
  readonly today: Day
  readonly tally: TallySeen
  // May this person count?
  readonly counts: boolean
  readonly problem?: string
}

export const tallyPage = ({ around, place, at, today, tally, counts, problem }: TallyPage): string => {
  const title = `Drop-in: ${place.name}`
  return staffPage(
    'groups/tally',
    around,
    { title, failed: problem !== undefined },
    {
      ...{ title, at, counts },
      problems: problem === undefined ? [] : [{ text: problem, href: '#tally' }],
      day: inFullWords(today),
      rows: tally.today.flatMap((one) => [
        rowOf(one, 'first', 'First time here', one.first),
        rowOf(one, 'again', 'Been before', one.again),
      ]),
      weeks: weeksShown(tally.weeks),
    },
  )
}

const rowOf = ({ kind }: HelpCount, time: string, who: string, count: number): Variables => ({
  ...{ kind: helpKinds[kind], who, count },
  more: `${kind}.${time}.more`,
  less: `${kind}.${time}.less`,
})

// Fewer than 5 are not told; there are no totals that would give them away (docs/rules/measures.md, "Small numbers").
const weeksShown = (weeks: readonly HelpCount[]): readonly Variables[] =>
  weeks.map(({ kind, first, again }) => ({ kind: helpKinds[kind], first: toldCount(first), again: toldCount(again) }))

const toldCount = (count: number): string => (isSmall(count) ? 'Fewer than 5' : String(count))
