// When a webhook is tried again, and when it is given up.
import { expect, it } from 'vitest'
import { claimedDelivery, type Delivery, deliveryAfterTry, replayed } from '#domain/sharing/delivery.ts'

const first: Delivery = {
  ...{ id: 'e1', clientId: 'c', body: '{}', state: 'due', version: 1, tries: 0, madeAt: 0, dueAt: 0 },
}

const tried = (delivery: Delivery, now: number, came = { taken: false }): Delivery =>
  deliveryAfterTry(claimedDelivery(delivery, now), came, now)

it('is tried again after 5 seconds, 5 and 30 minutes, 2, 5, 10, 14, 20 and 24 hours, and then given up', () => {
  const waits: number[] = []
  let delivery = first
  for (let now = 0; delivery.state === 'due'; now = delivery.dueAt) {
    delivery = tried(delivery, now)
    if (delivery.state === 'due') waits.push((delivery.dueAt - now) / 1000)
  }
  expect(waits).toEqual([5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400])
  expect([delivery.state, delivery.tries]).toEqual(['given-up', 10])
})

it('ends when it is taken, or refused for good; staff may have it tried once more, from the beginning', () => {
  expect(tried(first, 0, { taken: true }).state).toBe('taken')
  const over = deliveryAfterTry(claimedDelivery(first, 0), { taken: false, final: true, why: 'It wants no more' }, 0)
  expect([over.state, over.why]).toEqual(['given-up', 'It wants no more'])
  expect(replayed(over, 9)).toMatchObject({ state: 'due', tries: 0, dueAt: 9, version: over.version + 1 })
})

it('is nobody else’s for a minute while somebody tries it', () => {
  expect(claimedDelivery(first, 1000).dueAt).toBe(61_000)
})
