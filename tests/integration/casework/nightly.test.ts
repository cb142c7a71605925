import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Draft } from '#domain/forms/answered/draft.ts'
import { nightlyHandler } from '#functions/events/nightly.ts'
import { housing } from '#services/housing/service.ts'
import { tenthBirthday } from '#tests/support/people/birthdays.ts'
import { personaOf } from '#tests/support/people/personas.ts'
import { walked } from '#tests/support/worlds/walk.ts'
import { startWorld, type World } from '#tests/support/worlds/world.ts'
import { newDraft } from '#usecases/answering/start-draft.ts'
import { submitApplication } from '#usecases/answering/submit-application.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

const today = '2026-11-23'
const at = (day: string): number => Date.parse(`${day}T02:30:00Z`)

const family = (): Draft => {
  const persona = personaOf('housing-couple-overcrowded')
  const { draft } = walked(housing.form, persona)
  return { ...newDraft(housing, world.counter.ids, world.clock.now()), pages: draft.pages, items: draft.items }
}

it('notes a tenth birthday on the case once, works it out anew, and says so to nobody else', async () => {
  const night = nightlyHandler({ ...world.counter })
  const draft = family()
  world.clock.set(Date.parse(`${today}T10:00:00Z`))
  await world.counter.drafts.start(draft)
  const sent = await submitApplication(world.counter, housing, draft)
  const reference = sent.ok ? sent.value.reference : ''
  const birthday = tenthBirthday(draft, today)

  // Five years in which the job did not run: what was missed is made up for, once.
  world.clock.set(at(birthday) - 86_400_000)
  await night()
  await night()
  const missed = await world.counter.cases.whole(reference)
  expect(missed?.events.map(({ action }) => action)).toEqual(['submit', 'date-changed'])
  expect(missed?.events[1]?.details?.[0]?.lines.join(' ')).toContain('has become 21.')

  world.clock.set(at(birthday))
  await night()
  await night()
  const whole = await world.counter.cases.whole(reference)
  expect(whole?.events.map(({ action, version }) => [action, version])).toEqual([
    ['submit', 1],
    ['date-changed', 2],
    ['date-changed', 3],
  ])
  expect(whole?.events[2]?.details?.[0]?.lines.join(' ')).toContain('is 10 today')
  expect([whole?.subject.state, whole?.subject.assessment?.on]).toEqual(['submitted', birthday])
})
