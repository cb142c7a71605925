// Somebody who books a time for housing advice, as the form has it.
import type { Draft } from '#domain/forms/answered/draft.ts'
import { bookings } from '#services/bookings/service.ts'
import { newDraft } from '#usecases/answering/start-draft.ts'
import { submitApplication } from '#usecases/answering/submit-application.ts'
import type { Counter } from '#web/citizen/counter.ts'
import { loadPersonas } from '../people/personas.ts'
import { walked } from './walk.ts'

export type Wish = {
  readonly day: string
  // A slot of the timetable: "0930.housing-1.dor-room-1".
  readonly time: string
  readonly name?: string
  readonly mobile: string
  // Other answers than the usual ones, by page.
  readonly pages?: Draft['pages']
}

const persona = loadPersonas().find(({ id }) => id === 'bookings-office-step-free')

export const draftToBook = ({ ids, clock }: Pick<Counter, 'ids' | 'clock'>, wish: Wish): Draft => {
  if (persona === undefined) throw new Error('Nobody')
  const { draft } = walked(bookings.form, { ...persona, today: wish.day })
  const pages = {
    ...draft.pages,
    'when/day': { day: [wish.day] },
    'when/time': { time: [wish.time] },
    'details/name': { firstName: [wish.name ?? 'Ada'], lastName: ['Sample'] },
    'details/phone': { mobileNumber: [wish.mobile] },
    ...wish.pages,
  }
  return { ...newDraft(bookings, ids, clock.now()), pages, items: draft.items }
}

export const triesToBook = async (counter: Counter, wish: Wish) => {
  const draft = draftToBook(counter, wish)
  await counter.drafts.start(draft)
  return submitApplication(counter, bookings, draft)
}

/** The reference of their appointment. */
export const books = async (counter: Counter, wish: Wish): Promise<string> => {
  const sent = await triesToBook(counter, wish)
  if (!sent.ok) throw new Error(`Not booked: ${JSON.stringify(sent.error)}`)
  return sent.value.reference
}
