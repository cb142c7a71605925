// A backlog of texts is gone as fast as the network takes them. Here time is made of what calls take in AWS: 4 ms for one to
// the table, 100 ms for one to SNS, which takes 20 a second of an account and tells the next ones that they are too many.
import { expect, it } from 'vitest'
import { ok } from '#domain/result.ts'
import type { Text } from '#domain/texts/text.ts'
import { type SendPorts, sweepTexts } from '#usecases/texts/send-due-texts.ts'

const tableMs = 4
const snsMs = 100
const snsRate = 20
// Ten in the morning on a weekday: no quiet hours.
const start = Date.parse('2026-11-25T10:00:00Z')

// Waits end in the order of their time, with nothing of the machine's clock.
const virtualTime = () => {
  let now = start
  const waits: { readonly at: number; readonly end: () => void }[] = []
  const wait = (ms: number): Promise<void> =>
    new Promise((end) => {
      const at = now + ms
      const place = waits.findLastIndex((one) => one.at <= at)
      waits.splice(place + 1, 0, { at, end })
    })
  const until = async (does: Promise<unknown>): Promise<void> => {
    let over = false
    void does.finally(() => {
      over = true
    })
    while (!over) {
      await new Promise((next) => setImmediate(next))
      const next = over ? undefined : waits.shift()
      if (next === undefined) continue
      now = next.at
      next.end()
    }
  }
  const to = (at: number): void => {
    now = Math.max(now, at)
  }
  return { clock: { now: () => now }, wait, until, to }
}

const textOf = (index: number): Text => ({
  ...{ id: `t${index}`, about: `H${index}`, service: 'housing', template: 'confirmation', templateVersion: 1 },
  ...{ category: 'essential', to: '+447700900123', body: 'Your application was sent.', state: 'due', version: 1 },
  ...{ dueAt: start - 1, madeAt: start - 1, attempts: [] },
})

const worldOf = (count: number) => {
  const time = virtualTime()
  const rows = new Map(Array.from({ length: count }, (_, index) => [`t${index}`, textOf(index)]))
  const gone: string[] = []
  let [bucket, filledAt, refused] = [snsRate, start, 0]
  const ports: SendPorts = {
    clock: time.clock,
    log: () => {},
    pause: time.wait,
    switches: { now: async () => ({ version: 0, textsOff: false, readOnly: false, services: {}, turns: [] }) },
    stopped: { is: async () => false },
    allowance: { monthPence: 1e9, dayTexts: 1e9, phoneTexts: 1e9 },
    sender: {
      send: async ({ id }) => {
        await time.wait(snsMs)
        const now = time.clock.now()
        bucket = Math.min(snsRate, bucket + ((now - filledAt) / 1000) * snsRate)
        filledAt = now
        if (bucket < 1) {
          refused += 1
          return { is: 'retry', words: 'The text service was busy' }
        }
        bucket -= 1
        gone.push(id)
        return { is: 'accepted', messageId: `m-${id}` }
      },
    },
    outbox: {
      put: async () => {},
      get: async (id) => time.wait(tableMs).then(() => rows.get(id)),
      due: async (now, most) =>
        time.wait(tableMs).then(() =>
          [...rows.values()]
            .filter(({ state, dueAt }) => state === 'due' && dueAt <= now)
            .slice(0, most)
            .map(({ id }) => id),
        ),
      stuck: async () => time.wait(tableMs).then(() => []),
      move: async (_, after) => time.wait(tableMs).then(() => (rows.set(after.id, after), ok(after))),
      begin: async (_, after) => time.wait(2 * tableMs).then(() => (rows.set(after.id, after), ok(after))),
      byMessageId: async () => undefined,
      spent: async () => time.wait(tableMs).then(() => 0),
    },
  }
  return {
    time,
    ports,
    gone,
    refused: () => refused,
    due: () => [...rows.values()].filter(({ state }) => state === 'due').length,
  }
}

it('24,000 are gone within an hour, none twice, and a network that says “too many” is left alone for that minute', async () => {
  const { time, ports, gone, due, refused } = worldOf(24_000)
  let minutes = 0
  for (; due() > 0 && minutes < 90; minutes += 1) {
    time.to(start + minutes * 60_000)
    await time.until(sweepTexts(ports))
    // A sweep has come to its end before the next one begins, and before Lambda would stop it.
    expect(time.clock.now() - (start + minutes * 60_000)).toBeLessThan(55_000)
  }
  expect(gone.length).toBe(24_000)
  expect(new Set(gone).size).toBe(24_000)
  expect(minutes).toBeLessThan(60)
  expect(refused()).toBeLessThan(minutes * 4)
}, 60_000)
