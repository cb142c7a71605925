// Many at once (docs/rules/casework.md, "Many at once").
import { expect, it } from 'vitest'
import { type Bulk, mayStart, mayUndo, needsSecond } from '#domain/cases/desk/bulk.ts'

const bulk: Bulk = {
  ...{ id: 'b', team: 'housing', deed: { is: 'give' }, madeAt: 0, by: { id: 'ann', name: 'Ann' } },
  ...{ would: 100, messages: 0, pence: 0 },
}

it('a second person starts what is for more than 100 cases or 50 texts, and nobody starts it twice', () => {
  expect([needsSecond(bulk), needsSecond({ ...bulk, would: 101 })]).toEqual([false, true])
  expect([needsSecond({ ...bulk, messages: 50 }), needsSecond({ ...bulk, messages: 51 })]).toEqual([false, true])
  expect([mayStart({ ...bulk, would: 101 }, 'ann'), mayStart({ ...bulk, would: 101 }, 'bo')]).toEqual([false, true])
  expect([mayStart({ ...bulk, startedAt: 1 }, 'ann'), mayStart({ ...bulk, would: 0 }, 'ann')]).toEqual([false, false])
})

it('giving is undone for a day, and what was sent never: only what has not gone is stopped', () => {
  const day = 86_400_000
  const started = { ...bulk, startedAt: 0 }
  expect([mayUndo(bulk, 0), mayUndo(started, day - 1), mayUndo(started, day)]).toEqual([false, true, false])
  expect(mayUndo({ ...started, undoneAt: 1 }, 1)).toBe(false)
  // Of messages those that have not gone are stopped, and no others.
  const told: Bulk = { ...started, startedById: 'ann', deed: { is: 'tell', words: 'Closed' } }
  expect([mayUndo(told, 1), mayUndo({ ...told, endedAt: 1 }, 1)]).toEqual([true, false])
})
