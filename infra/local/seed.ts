// Demonstration data: the personas' own answers sent through the product's own use cases, as if over the last weeks, and taken by staff to
// every state that a case can be in. Nothing here knows how a case is stored.
import { can } from '#domain/cases/access.ts'
import { assign } from '#domain/cases/assignment.ts'
import type { Case, Role, Staff } from '#domain/cases/case.ts'
import type { Action } from '#domain/cases/workflow.ts'
import { addDays, type Day } from '#domain/day.ts'
import type { Draft } from '#domain/forms/answered/draft.ts'
import { stepThat } from '#domain/forms/answered/journey.ts'
import type { Typed } from '#domain/forms/kind.ts'
import { londonDay } from '#domain/london.ts'
import { chosenWait } from '#domain/slots/booking.ts'
import { reasonOf } from '#domain/texts/receipts.ts'
import { isWorkingDay } from '#domain/working-days.ts'
import { counterFrom } from '#functions/wiring/residents.ts'
import { deskFrom } from '#functions/wiring/staff.ts'
import { serviceOf, services } from '#services/catalogue.ts'
import { closures } from '#services/closures.ts'
import type { Service } from '#services/service.ts'
import { loadPersonas, type Persona } from '#tests/support/people/personas.ts'
import { walked } from '#tests/support/worlds/walk.ts'
import { journeyOf } from '#usecases/answering/save-page.ts'
import { newDraft } from '#usecases/answering/start-draft.ts'
import { submitApplication } from '#usecases/answering/submit-application.ts'
import { freeDays, freeTimes } from '#usecases/booking/slots.ts'
import { staffFrom } from '#usecases/casework/sign-in.ts'
import { takeAction } from '#usecases/casework/take-action.ts'
import type { NoticePrinter } from '#usecases/ports/notices.ts'
import type { CaseParts, CaseStore, Submission } from '#usecases/ports/stores.ts'
import type { Counter } from '#web/citizen/counter.ts'
import { type FileSender, senderOf } from './demonstration-files.ts'
import { people } from './identity/people.ts'
import { distinct, storiesFor } from './many-stories.ts'
import type { Story } from './stories.ts'

const dayMs = 86_400_000

// Gives how many cases were made. `count`: at least so many; else one of each story.
export const seedAll = async (env: Readonly<Record<string, string | undefined>>, count = 0): Promise<number> => {
  const [counter, { directory, clock, notices }] = [counterFrom(env), deskFrom(env)]
  const teams = services.map(({ team }) => team)
  const staff = people.map((person) => staffFrom(person, teams)).filter((user) => user !== undefined)
  for (const user of staff) {
    const others = teams.filter((team) => !user.teams.includes(team))
    await directory.record(user, others, clock.now())
  }
  return seed({ ...counter, notices, sender: senderOf(env) }, staff, storiesFor(count))
}

type Demonstration = Counter & { readonly sender: FileSender; readonly notices: NoticePrinter }

const seed = async (counter: Demonstration, staff: readonly Staff[], stories: readonly Story[]): Promise<number> => {
  const personas = new Map(loadPersonas().map((persona) => [persona.id, persona]))
  for (const [index, story] of stories.entries()) {
    const persona = personas.get(story.persona)
    const service = persona === undefined ? undefined : serviceOf(persona.service)
    if (persona === undefined || service === undefined) throw new Error(`There is no persona ${story.persona}`)
    const reference = await sent(counter, { service, persona, story, index })
    await acted(counter, staff, { service, story, reference })
    if (story.actions.length > 0) await given(counter, staff, { service, reference, index })
  }
  return stories.length
}

type Sending = { readonly service: Service; readonly persona: Persona; readonly story: Story; readonly index: number }

// Every persona but who books sends on the day that their answers are of. An appointment is booked now, or long enough before the day that its
// story names.
const sent = async (counter: Demonstration, given: Sending): Promise<string> => {
  const { service, persona, story } = given
  const now = counter.clock.now()
  const before = now - story.daysAgo * dayMs
  const at =
    service.booking === undefined ? Date.parse(`${persona.today}T10:00:00Z`) : story.meets === undefined ? now : before
  const day = service.booking === undefined ? persona.today : londonDay(at)
  const then = { ...counter, clock: { now: () => at } }
  const answered = await withFreeTime(then, service, draftOf(counter, given, day), dayOf(story, now))
  const draft = counter.sender.named(service, answered)
  await counter.drafts.start(draft)
  await counter.sender.send(service, draft, before)
  const done = await submitApplication({ ...then, cases: backdated(counter.cases, before, now) }, service, draft)
  if (!done.ok) throw new Error(`${persona.id} was not sent: ${done.error}`)
  return done.value.reference
}

// Working days before today, or today; on a day that is none, those before it.
const dayOf = ({ meets }: Story, now: number): Day | undefined => {
  if (meets === undefined) return undefined
  let day = londonDay(now)
  for (let left = -meets; left > 0 || !isWorkingDay(day, closures); day = addDays(day, -1))
    if (isWorkingDay(day, closures)) left -= 1
  return day
}

const draftOf = ({ ids, clock }: Counter, { service, persona, index }: Sending, today: string): Draft => {
  const { draft } = walked(service.form, { ...persona, today })
  const pages = Object.fromEntries(
    Object.entries(draft.pages).map(([key, typed]) => [key, distinct(typed, key, index)]),
  )
  return { ...newDraft(service, ids, clock.now()), pages, items: draft.items }
}

// A day and a time that are still free.
const withFreeTime = async (counter: Counter, service: Service, draft: Draft, on?: Day): Promise<Draft> => {
  const { booking } = service
  const walk = journeyOf(service, draft, counter.clock)
  const { answers } = walk
  const query = booking?.query(answers)
  if (booking === undefined || query === undefined) return draft
  if (chosenWait(booking, answers, counter.clock.now()) !== undefined) return draft
  const days = await freeDays(counter, booking, query, { from: answers.today, holder: draft.id })
  const day = on ?? days[draft.startedAt % Math.min(3, days.length)]?.day ?? answers.today
  const [time] = await freeTimes(counter, booking, query, { day, holder: draft.id })
  const { questions } = booking
  const chosen = {
    [stepThat(walk, 'slot-day')?.key ?? '']: { [questions.day]: [day] },
    [stepThat(walk, 'slot-time')?.key ?? '']: { [questions.time]: [time?.id ?? ''] },
  }
  return { ...draft, pages: { ...draft.pages, ...chosen } }
}

// Sent some days ago: what was stored then has its dates, and its confirmation went long since.
const backdated = (cases: CaseStore, at: number, now: number): CaseStore => ({
  ...cases,
  submit: (submission) => cases.submit(before(submission, at, now)),
})

const before = (given: Submission, at: number, now: number): Submission => {
  const { subject, event, texts } = given
  const days = Math.round((subject.openedAt - at) / dayMs)
  const moved: Case = {
    ...subject,
    openedAt: at,
    changedAt: at,
    ...(subject.dueOn === undefined || subject.appointment !== undefined
      ? {}
      : { dueOn: addDays(subject.dueOn, -days) }),
  }
  const delivered = texts.map((text) =>
    text.dueAt > now
      ? text
      : {
          ...text,
          ...outcomeAt(text.to),
          messageId: `demonstration-${text.id}`,
          madeAt: at,
          dueAt: at,
          attempts: [{ at: at + 2000, outcome: 'accepted' as const, words: 'Accepted for sending' }],
        },
  )
  return { ...given, subject: moved, event: { ...event, at }, texts: delivered }
}

// A few numbers were wrong that day: staff have texts to send again, or people to phone.
const outcomeAt = (phone: string) =>
  phone.endsWith('5')
    ? { state: 'failed' as const, reason: reasonOf('Invalid phone number') }
    : { state: 'delivered' as const }

type Acting = { readonly service: Service; readonly story: Story; readonly reference: string }

type Giving = { readonly service: Service; readonly reference: string; readonly index: number }

// What somebody has begun to work on is with an officer of its team, one after the other.
const given = async (counter: Demonstration, staff: readonly Staff[], { service, reference, index }: Giving) => {
  const before = await counter.cases.get(reference)
  if (before === undefined || service.workflow.states[before.state]?.open !== true) return
  const officers: readonly Role[] = ['housing-officer', 'planning-officer', 'bookings-staff', 'complaints-officer']
  const may = staff.filter(
    (user) => can(user, 'have', { subject: before }) && user.roles.some((role) => officers.includes(role)),
  )
  const to = may[index % Math.max(1, may.length)]
  if (to === undefined) return
  const now = before.changedAt + 60_000
  const { case: subject, event } = assign(before, to, { by: to, now, id: counter.ids.ordered(now) })
  await counter.cases.change({ before, subject, event, texts: [] })
}

// Each action an hour or so after the last, by whoever may take it.
const acted = async (
  counter: Demonstration,
  staff: readonly Staff[],
  { service, story, reference }: Acting,
): Promise<void> => {
  let at = counter.clock.now() - story.daysAgo * dayMs
  for (const { id, typed, days = 0 } of story.actions) {
    const whole = await counter.cases.opened(reference)
    at = story.meets === undefined ? at + 5_000_000 + days * dayMs : atMeeting(whole, id)
    const now = at
    const action = service.workflow.actions.find((one) => one.id === id)
    if (whole === undefined || action === undefined) throw new Error(`${service.id} has no action ${id}`)
    const done = await firstWhoMay(staff, (user) => {
      const clock = { now: () => now }
      const given = { ...givenAt(action, whole.subject, clock.now()), ...typed }
      return takeAction(
        { ...counter, clock },
        { service, whole, action, typed: given, user, version: whole.subject.version },
      )
    })
    if (!done) throw new Error(`Nobody may ${id} on a case of ${service.id} now`)
  }
}

// Checked in five minutes before the time, and the rest twenty minutes after it.
const atMeeting = (whole: CaseParts | undefined, id: string): number =>
  (whole?.subject.appointment?.startsAt ?? 0) + (id === 'check-in' ? -5 : 20) * 60_000

// What the rules proposed; a date that the action needs is that of the day.
const givenAt = (action: Action, { assessment }: Case, now: number): Typed => {
  const dates = Object.entries(action.needs ?? {}).flatMap(([id, { kind }]) => (kind === 'date' ? dateAt(id, now) : []))
  return { ...assessment?.proposes?.typed, ...Object.fromEntries(dates) }
}

const dateAt = (id: string, now: number): readonly [string, string[]][] => {
  const [year = '', month = '', day = ''] = new Date(now).toISOString().slice(0, 10).split('-')
  return [
    [`${id}-day`, [day]],
    [`${id}-month`, [month]],
    [`${id}-year`, [year]],
  ]
}

const firstWhoMay = async (
  staff: readonly Staff[],
  act: (user: Staff) => ReturnType<typeof takeAction>,
): Promise<boolean> => {
  for (const user of staff) if ((await act(user)).ok) return true
  return false
}
