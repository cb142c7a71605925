// How long the chosen time is held for somebody, said on each page until they send, with a button
// that holds it once more (docs/rules/bookings.md, "Holding a time").
import { inFullWords } from '#domain/day.ts'
import type { Draft } from '#domain/forms/answered/draft.ts'
import { type Journey, stepThat } from '#domain/forms/answered/journey.ts'
import { timeInWords } from '#domain/forms/fields/slot-time.ts'
import { londonTime } from '#domain/london.ts'
import { type Booking, chosenDay } from '#domain/slots/booking.ts'
import type { HeldTime } from '#web/show/citizen/around.ts'

type Holding = { readonly booking: Booking; readonly draft: Draft; readonly walk: Journey }

// What is held, as long as it is what the answers say.
export const holdIn = ({ booking, draft, walk }: Holding): Draft['hold'] => {
  const { hold } = draft
  const [day, time] = [chosenDay(booking, walk.answers), walk.answers.answer(booking.questions.time)]
  return hold?.slot.day === day && hold?.slot.id === time ? hold : undefined
}

export const heldTime = (
  holding: Holding,
  given: { readonly now: number; readonly path: string },
): HeldTime | undefined => {
  const hold = holdIn(holding)
  if (hold === undefined) return undefined
  const { booking, draft, walk } = holding
  const over = hold.until <= given.now
  const button = over ? 'Try to keep the time' : `Keep the time for ${booking.hold.minutes} more minutes`
  const chosenHere = given.path.endsWith(`/${stepThat(walk, 'slot-time')?.key}`)
  return {
    what: `${inFullWords(hold.slot.day).replace(/ \d{4}$/, '')} at ${timeInWords(hold.slot.from)}`,
    until: timeInWords(londonTime(hold.until)),
    over,
    // Where it is chosen it is chosen anew.
    ...(hold.extended === true || chosenHere ? {} : { action: `/${draft.service}/keep-time`, at: given.path, button }),
  }
}
