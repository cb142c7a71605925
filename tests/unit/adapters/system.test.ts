import { randomBytes } from 'node:crypto'
import { expect, it } from 'vitest'
import { systemIds, systemKeys } from '#adapters/system.ts'

const secret = randomBytes(32).toString('base64')

it('hashes the same value alike, and another purpose, value or secret otherwise, after however many others', () => {
  const keys = systemKeys(secret)
  const first = keys.hash('session', 'value')
  for (let other = 0; other < 1200; other += 1) keys.hash('session', `value ${other}`)
  expect([keys.hash('session', 'value'), systemKeys(secret).hash('session', 'value')]).toEqual([first, first])
  const others = [
    keys.hash('form', 'value'),
    keys.hash('session', 'value 1'),
    keys.hash('sess', 'ionvalue'),
    systemKeys(randomBytes(32).toString('base64')).hash('session', 'value'),
  ]
  expect(new Set([first, ...others]).size).toBe(5)
})

it('makes ids of one instant that stand in their order, whatever is made of other instants meanwhile', () => {
  const { ordered } = systemIds()
  const now = 1_800_000_000_000
  const mine = [0, 7, 3].flatMap((later) => [ordered(now), ordered(now + later)]).filter((_, at) => at % 2 === 0)
  expect(mine).toEqual(mine.toSorted())
})
