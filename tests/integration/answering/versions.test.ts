import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Draft } from '#domain/forms/answered/draft.ts'
import { untouched } from '#domain/switches/switches.ts'
import { housing } from '#services/housing/service.ts'
import { startWorld, type World } from '#tests/support/worlds/world.ts'
import { openDraft } from '#usecases/answering/open-draft.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

const saved: Draft = JSON.parse(
  readFileSync(new URL('../../fixtures/housing-draft-version-1.json', import.meta.url), 'utf8'),
)

it('a draft of an earlier version is brought forward when it is opened, once, whoever opens it at the same time (F30)', async () => {
  await world.counter.drafts.start(saved)
  const opened = await Promise.all([1, 2, 3].map(() => openDraft(world.counter, housing, saved.id)))
  expect(opened.map((draft) => [draft?.formVersion, draft?.version])).toEqual([
    [housing.form.version, 15],
    [housing.form.version, 15],
    [housing.form.version, 15],
  ])
  const stored = await world.counter.drafts.get(saved.id)
  expect(stored?.pages['people/1/joint-addresses']?.jointAddressNotes).toHaveLength(1)
  expect(stored?.pages['address-history/3/address']?.['address-postcode']).toEqual(['BH15'])
  expect(stored).toMatchObject({ formVersion: housing.form.version, reference: saved.reference, items: saved.items })
})

it('is shown so, and stored as it was, while nothing may be saved', async () => {
  const draft = { ...saved, id: 'read-only' }
  await world.counter.drafts.start(draft)
  const switches = { now: () => Promise.resolve({ ...untouched, readOnly: true }) }
  const opened = await openDraft({ ...world.counter, switches }, housing, draft.id)
  expect([opened?.formVersion, opened?.version]).toEqual([housing.form.version, saved.version])
  // Sealed with a key of its own when it was first stored.
  expect(await world.counter.drafts.get(draft.id)).toEqual({ ...draft, wrappedKey: expect.any(String) })
})
