// How many presses and pages a task at the desk takes, from a named start, beside what it may take; and each page of a case at both widths.

import type { Page } from 'playwright-core'
import { beforeAll, expect, it } from 'vitest'
import { counterFrom } from '#functions/wiring/residents.ts'
import { agreeAndSend } from '#tests/support/people/persona-visits.ts'
import { books } from '#tests/support/worlds/books.ts'
import { type Looked, look } from './hands.ts'
import { product } from './product.ts'

const here = product(3770)
let reference = ''
beforeAll(async () => {
  const person = await here().answered('housing-couple-overcrowded')
  reference = await agreeAndSend(person, 'housing')
}, 60_000)

type Desk = { readonly page: Page; readonly looked: Looked; readonly took: () => readonly [number, number] }

const signedIn = async (who: string, width: 320 | 1280): Promise<Desk> => {
  const { page, looked } = await here().open(width)
  await here().signIn(page, who)
  let [presses, loads] = [0, 0]
  page.on('response', (response) => {
    if (response.frame() === page.mainFrame() && response.request().isNavigationRequest() && response.status() !== 303)
      loads += 1
  })
  await page.exposeFunction('pressed', () => {
    presses += 1
  })
  const counting = 'addEventListener("click", () => window.pressed(), true)'
  await page.addInitScript(counting)
  await page.evaluate(counting)
  return { page, looked, took: () => [presses, loads] }
}

// From here on.
const takes = (took: Desk['took']): Desk['took'] => {
  const [presses, loads] = took()
  return () => {
    const [after, seen] = took()
    return [after - presses, seen - loads]
  }
}

const day = '2026-12-08'

it('finds a caller by name, and says where the application stands, in 2 presses and 2 pages', async () => {
  const { page, looked, took } = await signedIn('Customer adviser 1', 1280)
  await page.locator('#find-case').fill('mother sample')
  await page.getByRole('banner').getByRole('button', { name: /^Find/ }).click()
  await page.getByRole('heading', { level: 1, name: 'Cases found' }).waitFor()
  await look(page, looked)
  await page.locator(`tbody a[href="/cases/${reference}"]`).click()
  expect(await page.locator('.app-strip').innerText()).toContain('New')
  expect(took()).toEqual([2, 2])
  expect(looked.faults).toEqual([])
}, 60_000)

it.each([1280, 320] as const)(
  'shows each page of a case within 4,000 px at %s, without a fault',
  async (width) => {
    const { page, looked } = await signedIn('Housing officer 1', width)
    const heights: (readonly [string, number])[] = []
    for (const part of ['', '/tasks', '/answers', '/documents', '/messages', '/history', '/contact', '/rules']) {
      await page.goto(`${here().host.staff}/cases/${reference}${part}`)
      await look(page, looked)
      heights.push([part, await page.evaluate<number>('document.documentElement.scrollHeight')])
    }
    for (const path of ['/cases?show=mine', '/cases?show=team', '/cases?show=unassigned', '/cases/find']) {
      await page.goto(here().host.staff + path)
      await look(page, looked)
    }
    expect(heights.filter(([, height]) => height > 4000)).toEqual([])
    expect(looked.faults).toEqual([])
  },
  120_000,
)

it('takes the next case in 1 press and 1 page, accepts a document in 2 and 2, and proposes a band from the list in 4 and 4', async () => {
  const { page, looked, took } = await signedIn('Housing officer 1', 1280)
  await page.getByRole('button', { name: 'Take the next case' }).click()
  await page.waitForURL(({ pathname }) => pathname === `/cases/${reference}`)
  expect(took()).toEqual([1, 1])
  await page.getByRole('button', { name: 'Start checking' }).click()
  await page.getByRole('button', { name: 'Start checking' }).click()
  await page.waitForURL(({ pathname }) => pathname === `/cases/${reference}`)
  const accepting = takes(took)
  await page.getByRole('button', { name: 'Look at the documents' }).click()
  await page.getByRole('button', { name: 'Accept', exact: true }).waitFor()
  await look(page, looked)
  await page.getByRole('button', { name: 'Accept', exact: true }).click()
  await page.waitForURL(({ search }) => search.includes('done='))
  expect(await page.locator('main').innerText()).toContain('accepted documents')
  expect(accepting()).toEqual([2, 2])
  await page.getByRole('link', { name: 'My work' }).click()
  await page.locator(`tbody a[href="/cases/${reference}"]`).waitFor()
  const proposing = takes(took)
  await page.locator(`tbody a[href="/cases/${reference}"]`).click()
  await page.getByRole('link', { name: 'Tasks', exact: true }).click()
  await look(page, looked)
  await page.getByRole('link', { name: 'Propose a band' }).click()
  await page.getByRole('heading', { level: 1, name: 'Propose a band' }).waitFor()
  await look(page, looked)
  for (const field of ['reason', 'passedOver']) await page.locator(`textarea[name=${field}]`).fill('Seen at the visit.')
  await page.getByRole('button', { name: 'Propose a band' }).click()
  await page.waitForURL(({ search }) => search.includes('done='))
  expect(proposing()).toEqual([4, 4])
  expect(looked.faults).toEqual([])
}, 60_000)

it('approves with the proposal, its reasons and what is not evidenced in view in 2 presses and 2 pages', async () => {
  const { page, looked, took } = await signedIn('Housing team manager', 1280)
  await page.goto(`${here().host.staff}/cases/${reference}`)
  const approving = takes(took)
  await page.getByRole('button', { name: /^Approve/ }).click()
  await page.getByRole('heading', { name: 'What was proposed' }).waitFor()
  await look(page, looked)
  const words = await page.locator('main').innerText()
  for (const said of ['Housing officer 1', 'Seen at the visit.', 'Not evidenced']) expect(words).toContain(said)
  await page.locator('#act').click()
  await page.waitForURL(({ search }) => search.includes('done='))
  expect(approving()).toEqual([2, 2])
  expect(looked.faults).toEqual([])
}, 60_000)

it('closes a day at an office and tells the five who were to come, from the list of that day, in 5 presses and 5 pages', async () => {
  const counter = counterFrom(process.env)
  for (const [at, time] of ['0930', '1030', '1400', '1500', '1600'].entries())
    await books(counter, { day, time: `${time}.housing-1.dor-room-1`, mobile: `07700 900 78${at}` })
  const { page, looked, took } = await signedIn('Bookings team manager', 320)
  await page.goto(`${here().host.staff}/desk/dorchester/${day}`)
  await look(page, looked)
  const closing = takes(took)
  await page.getByRole('link', { name: 'Close this day' }).click()
  await page.locator('textarea[name=reason]').fill('The boiler is broken.')
  await look(page, looked)
  await page.getByRole('button', { name: 'See who is booked' }).click()
  await look(page, looked)
  await page.getByRole('button', { name: 'Close this time' }).click()
  await page.getByRole('button', { name: 'See what is done and sent' }).waitFor()
  await look(page, looked)
  await page.getByRole('button', { name: 'See what is done and sent' }).click()
  await look(page, looked)
  await page.getByRole('button', { name: 'Do and send this' }).click()
  await page.waitForURL(({ pathname }) => /^\/desk\/closed\/[^/]+$/.test(pathname))
  expect(closing()).toEqual([5, 5])
  expect(await page.locator('main').innerText()).not.toContain('Nothing decided yet')
  expect(looked.faults).toEqual([])
}, 90_000)

// What the Ministry of Justice's tool for booking a prison visit takes of its staff: 17 presses and 11 pages.
it('books for a caller in 15 presses and 4 pages, from the front desk to the appointment, which says who asked', async () => {
  const { page, looked, took } = await signedIn('Bookings staff 1', 1280)
  await page.goto(`${here().host.staff}/desk`)
  const [, before] = took()
  await page.getByRole('button', { name: 'Book an appointment for a caller' }).click()
  await page.getByRole('heading', { level: 1, name: 'Book an appointment: what do they need?' }).waitFor()
  await look(page, looked)
  const picks = {
    whatFor: 'housing-advice',
    safe: 'safe',
    how: 'office',
    office: 'dorchester',
    needs: 'no',
    interpreter: 'no',
  }
  await picked(page, picks)
  await page.getByRole('button', { name: 'Find times' }).click()
  await page.getByRole('heading', { level: 1, name: 'Book an appointment: when?' }).waitFor()
  await look(page, looked)
  await page.locator('input[name=time]').first().check()
  await page.getByRole('button', { name: 'Keep this time' }).click()
  await page.getByRole('heading', { level: 1, name: 'Book an appointment: who is it for?' }).waitFor()
  await look(page, looked)
  const typed = { firstName: 'Sample', lastName: 'Caller', mobileNumber: '07700 900 321' }
  for (const [name, words] of Object.entries(typed)) await page.locator(`[name=${name}]`).fill(words)
  await picked(page, { safeToText: 'yes', about: 'no', askedBy: 'them', askedWay: 'phone' })
  await page.getByRole('button', { name: 'Book the appointment' }).click()
  await page.waitForURL(({ pathname }) => /^\/cases\/B\w{7}$/.test(pathname))
  const [presses, loads] = took()
  expect([presses, loads - before]).toEqual([15, 4])
  await page.goto(`${page.url().replace(/\?.*$/, '')}/history`)
  expect(await page.locator('main').innerText()).toContain('The person themselves, by phone')
  expect(looked.faults).toEqual([])
}, 120_000)

const picked = async (page: Page, choices: Readonly<Record<string, string>>): Promise<void> => {
  for (const [name, value] of Object.entries(choices))
    await page.locator(`input[name="${name}"][value="${value}"]`).check()
}
