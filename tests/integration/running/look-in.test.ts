// Whoever looks in every five minutes sees what a resident would: the real pages, and what is wrong with them in words.
import { readdirSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { lookInHandler } from '#functions/events/look-in.ts'
import { services } from '#services/catalogue.ts'
import { visitor } from '#tests/support/worlds/visitor.ts'
import { citizenOrigin, startWorld, type World } from '#tests/support/worlds/world.ts'
import { lookIn } from '#usecases/running/look-in.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

const assets = new Set(readdirSync('.built/assets').map((name) => `/assets/${name}`))

const site = async (path: string): Promise<{ readonly status: number; readonly text: string }> => {
  if (path.startsWith('/assets/')) return { status: assets.has(path) ? 200 : 404, text: '' }
  const { status, html } = await visitor(world.citizen, citizenOrigin).get(path)
  return { status, text: html }
}

it('finds nothing wrong with the counter as it is', async () => {
  expect(await lookIn({ services, get: site })).toEqual([])
})

it('says which page, style sheet or script is missing', async () => {
  const broken = async (path: string) => (/\.css$|^\/planning$/.test(path) ? { status: 503, text: '' } : site(path))
  expect(await lookIn({ services, get: broken })).toEqual([
    '/planning answered 503',
    expect.stringMatching(/^\/assets\/citizen-\w+\.css answered 503$/),
  ])
  expect(await lookIn({ services: [], get: async () => ({ status: 200, text: 'Closed' }) })).toEqual([
    '/ has no heading',
    '/ names no style sheet',
  ])
})

it('rings the alarm by failing, and says in the log how much is wrong', async () => {
  const log: unknown[] = []
  const handler = lookInHandler({
    services: [],
    get: async () => ({ status: 503, text: '' }),
    log: (line) => log.push(line),
  })
  await expect(handler()).rejects.toThrow('/ answered 503')
  expect(log).toEqual([{ level: 'error', event: 'looked-in', count: 2 }])
})
