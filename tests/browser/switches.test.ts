// A rush in a real browser: a manager opens the waiting room, a resident without JavaScript waits in it on a phone and comes in, and what they
// type is kept while nothing may be saved.
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { look } from './hands.ts'
import { product } from './product.ts'

const here = product(3840)
const day = '2026-11-25'

const turn = async (page: Page, id: string, button: string, fields: Readonly<Record<string, string>> = {}) => {
  await page.goto(`${here().host.staff}/switches/${id}`)
  for (const [name, value] of Object.entries({ ...fields, reason: 'The list opens today' }))
    await page.locator(`[name="${name}"]`).fill(value)
  await page.getByRole('button', { name: button }).click()
}

it('lets a resident wait without JavaScript at 320 px, come in, and keep what they typed', async () => {
  const { host, open, signIn, setClock } = here()
  await setClock(day, '10:00')
  const { page: desk, looked: seen } = await open(320)
  await signIn(desk, 'Bookings team manager')
  await desk.goto(`${host.staff}/texts`)
  await look(desk, seen)
  await turn(desk, 'waiting-room-bookings', 'Turn on', { perMinute: '0' })
  await look(desk, seen)
  await turn(desk, 'waiting-room-bookings', 'Turn on', { perMinute: '1' })
  await look(desk, seen)

  await setClock(day, '10:05')
  const { page, looked } = await open(320, false)
  await page.goto(`${host.residents}/bookings`)
  await look(page, looked)
  await page.getByRole('button', { name: 'Get a place in the queue' }).click()
  await look(page, looked)
  expect(await page.locator('h1').innerText()).toBe('You are next in the queue')
  await page.getByRole('link', { name: 'Stop it checking by itself' }).click()
  await look(page, looked)
  await setClock(day, '10:07')
  await page.getByRole('button', { name: 'Check my place now' }).click()
  expect(await page.locator('h1').innerText()).toBe('It is your turn')
  await look(page, looked)
  await page.getByRole('button', { name: 'Start now' }).click()

  await turn(desk, 'read-only', 'Turn on')
  await setClock(day, '10:09')
  await page.locator('input[type=radio]').first().check()
  await page.getByRole('button', { name: 'Continue' }).click()
  await look(page, looked)
  expect(await page.locator('main').innerText()).toContain('You cannot save changes at the moment')
  expect(await page.locator('input[type=radio]').first().isChecked()).toBe(true)
  await turn(desk, 'read-only', 'Turn off')
  await setClock(day, '10:11')
  await page.getByRole('button', { name: 'Continue' }).click()
  expect(await page.locator('main').innerText()).not.toContain('You cannot save changes')

  await turn(desk, 'closed-bookings', 'Turn on')
  await setClock(day, '10:13')
  await page.goto(`${host.residents}/bookings`)
  await look(page, looked)
  expect(await page.locator('h1').innerText()).toMatch(/closed$/)
  expect([...looked.faults, ...seen.faults]).toEqual([])
}, 90_000)
