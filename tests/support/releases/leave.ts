// What a release leaves behind when the next one comes, or when it is taken back: people in the middle of forms, a time that is held, an appointment,
// applications that were sent, worked on and asked about again, and a text that still waits. The people in it are the personas.
import { serviceOf } from '#services/catalogue.ts'
import { answerAs } from '#tests/support/people/persona-visits.ts'
import { personaOf } from '#tests/support/people/personas.ts'
import type { StaffWorld } from '#tests/support/worlds/staff-world.ts'
import { type Visitor, visitor } from '#tests/support/worlds/visitor.ts'
import { walked } from '#tests/support/worlds/walk.ts'
import { citizenOrigin } from '#tests/support/worlds/world.ts'
import { newDraft } from '#usecases/answering/start-draft.ts'
import { submitApplication } from '#usecases/answering/submit-application.ts'
import type { Left } from './kept.ts'

export const leave = async (here: StaffWorld): Promise<Left> => {
  const { world } = here
  const half = await halfDone(here, 'housing-single-renter')
  const halfPlanning = await halfDone(here, 'planning-agent-three-homes')
  const held = await halfDone(here, 'bookings-office-step-free')
  await held.post('/bookings/when/day', { day: valueIn((await held.get('/bookings/when/day')).html, 'day') })
  await held.post('/bookings/when/time', { time: valueIn((await held.get('/bookings/when/time')).html, 'time') })
  const appointment = await booked(here)
  const [housing, again, planning] = [
    await sent(here, 'housing-couple-overcrowded'),
    await sent(here, 'housing-young-parent'),
    await sent(here, 'planning-householder'),
  ]
  await world.sendTexts()
  const officer = await here.signedIn('housing-officer-1')
  await act(officer, `/cases/${housing}/assign`, { assignee: 'housing-officer-1' })
  await act(officer, `/cases/${housing}/actions/start-checking`)
  await officer.post(`/cases/${housing}/notes`, { note: 'Phoned about the letters.' })
  await act(officer, `/cases/${again}/actions/start-checking`)
  await act(officer, `/cases/${again}/actions/ask-for-more`, {
    pages: ['about-you/name'],
    message: 'Is that your name?',
  })
  // Sent after the last sweep: its text still waits.
  const waiting = await sent(here, 'housing-two-bedrooms-short')
  const cookies = ({ cookies: kept }: Visitor) => Object.fromEntries(kept)
  return {
    at: world.clock.now(),
    references: { housing, again, planning, waiting, appointment: appointment.reference },
    browsers: {
      half: cookies(half),
      halfPlanning: cookies(halfPlanning),
      held: cookies(held),
      appointment: cookies(appointment.person),
      officer: cookies(officer),
    },
  }
}

const referenceIn = (html: string): string => /\b[HBP][B-DF-HJ-NP-TV-XZ2-9]{7}\b/.exec(html)?.[0] ?? ''
const valueIn = (html: string, name: string): string =>
  new RegExp(`name="${name}"[^>]*value="([^"]+)"`).exec(html)?.[1] ?? ''

// The first of the persona's pages; the rest is for whoever opens it next.
const halfDone = async ({ world }: StaffWorld, id: string): Promise<Visitor> => {
  const persona = personaOf(id)
  const person = visitor(world.citizen, citizenOrigin)
  const place = persona.steps.findIndex(({ key }) => key === 'when/day')
  await answerAs(person, { ...persona, steps: persona.steps.slice(0, place < 0 ? 12 : place) })
  return person
}

export const sent = async (here: StaffWorld, id: string): Promise<string> => {
  const { counter } = here.world
  const persona = personaOf(id)
  const service = serviceOf(persona.service)
  if (service === undefined) throw new Error('There is no such service')
  const { draft } = walked(service.form, persona)
  const made = { ...newDraft(service, counter.ids, counter.clock.now()), pages: draft.pages, items: draft.items }
  await counter.drafts.start(made)
  const done = await submitApplication(counter, service, made)
  if (!done.ok) throw new Error(`${id} was not sent: ${done.error}`)
  return done.value.reference
}

const booked = async (here: StaffWorld): Promise<{ readonly person: Visitor; readonly reference: string }> => {
  const person = await halfDone(here, 'bookings-phone-interpreter')
  for (const name of ['day', 'time']) {
    await person.get(`/bookings/when/${name}`)
    await person.post(`/bookings/when/${name}`, { [name]: valueIn(person.last().html, name) })
  }
  const steps = personaOf('bookings-phone-interpreter').steps
  for (const step of steps.slice(steps.findIndex(({ key }) => key === 'when/time') + 1))
    if (step.is === 'page') await person.post(`/bookings/${step.key}`, step.typed)
  await person.get('/bookings/declaration')
  const done = await person.post('/bookings/declaration', { agree: 'yes' })
  return { person, reference: referenceIn(done.html) }
}

const act = async (
  person: Visitor,
  path: string,
  fields: Readonly<Record<string, string | readonly string[]>> = {},
) => {
  const page = await person.get(path)
  await person.post(path, { version: valueIn(page.html, 'version'), ...fields })
}
