// Workshops that come, and whether there are places left in each.
import { inFullWords } from '#domain/day.ts'
import { timeInWords } from '#domain/forms/fields/slot-time.ts'
import type { Timetable } from '#domain/slots/timetable.ts'
import type { SessionSeen } from '#usecases/booking/groups/sessions.ts'
import { citizenPage } from '../around.ts'

export type WorkshopsPage = {
  readonly timetable: Timetable
  readonly seen: readonly SessionSeen[]
  // Where a place is booked.
  readonly books: string
}

export const workshopsPage = ({ timetable, seen, books }: WorkshopsPage): string => {
  const title = 'Workshops'
  const kinds = [...new Set(seen.map(({ session }) => session.type))]
  return citizenPage(
    'workshops',
    {},
    { title },
    {
      ...{ title, books },
      kinds: kinds.map((type) => ({
        name: timetable.types[type]?.name ?? type,
        rows: seen
          .filter(({ session }) => session.type === type)
          .map(({ session, seating }) => ({
            day: inFullWords(session.day),
            times: `${timeInWords(session.from)} to ${timeInWords(session.until)}`,
            where: timetable.places[session.place]?.name ?? session.place,
            left: leftInWords(seating.left),
          })),
      })),
    },
  )
}

const leftInWords = (left: number): string => {
  if (left === 0) return 'Full. You can join the waiting list'
  return left === 1 ? '1 place left' : `${left} places left`
}
