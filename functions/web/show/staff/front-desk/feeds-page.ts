// The calendars that somebody has outside, and a form for another.
import { inWords } from '#domain/day.ts'
import type { Problem, Typed } from '#domain/forms/kind.ts'
import type { Question } from '#domain/forms/question.ts'
import { londonDay } from '#domain/london.ts'
import type { Feed } from '#usecases/ports/timetables.ts'
import { onOneLine } from '../../controls/entered.ts'
import { formParts } from '../../controls/form.ts'
import { type StaffAround, staffPage } from '../around.ts'

export type FeedsPage = {
  readonly around: StaffAround
  readonly feeds: readonly Feed[]
  readonly needs: Readonly<Record<string, Question>>
  readonly typed: Typed
  readonly problems: readonly Problem[]
  readonly at: string
  // The address that was just made, shown this once.
  readonly made?: string
}

export const feedsPage = ({ around, feeds, needs, typed, problems, at, made }: FeedsPage): string => {
  const title = 'Appointments in your own calendar'
  return staffPage(
    'front-desk/feeds',
    around,
    { title, failed: problems.length > 0 },
    {
      ...{ title, at, made, ...formParts({ id: 'calendar', title, questions: needs, typed, problems }) },
      rows: feeds.map(({ id, device, name, madeAt, until }) => ({
        ...{ id, device: onOneLine(device), name },
        made: inWords(londonDay(madeAt)),
        until: inWords(until),
      })),
    },
  )
}
