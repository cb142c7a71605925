// A decision of each service, from the worklist to the page of whoever it is for, and to the notice that they print: in a real browser.

import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { agreeAndSend } from '#tests/support/people/persona-visits.ts'
import type { Visitor } from '#tests/support/worlds/visitor.ts'
import { type Looked, look } from './hands.ts'
import { product } from './product.ts'

const here = product(3980)

const sent = async (persona: string, service: string) => {
  const person = await here().answered(persona)
  const reference = await agreeAndSend(person, service)
  return { person, reference }
}

type Fill = (page: Page) => Promise<void>
const nothing: Fill = async () => {}

// As somebody who signs in, from the list of their team.
const as = async (
  name: string,
  reference: string,
  steps: readonly (readonly [string, Fill])[],
): Promise<readonly string[]> => {
  const { host, open, signIn } = here()
  const { page, looked } = await open(1280, false)
  await signIn(page, name)
  await page.goto(`${host.staff}/cases`)
  await page.locator(`tbody a[href="/cases/${reference}"]`).click()
  for (const [label, fill] of steps) await take(page, looked, label, fill)
  await page.context().close()
  return looked.faults
}

const take = async (page: Page, looked: Looked, label: string, fill: Fill): Promise<void> => {
  await page.getByRole('link', { name: 'Tasks', exact: true }).click()
  await page.getByRole('link', { name: label, exact: true }).click()
  await look(page, looked)
  await fill(page)
  await page.getByRole('button', { name: label, exact: true }).click()
  await look(page, looked)
  const said = await page.locator('main').innerText()
  if (!said.includes('You ')) throw new Error(`${label} was not taken: ${said}`)
}

const write =
  (typed: Readonly<Record<string, string>>): Fill =>
  async (page) => {
    for (const [name, value] of Object.entries(typed)) await page.locator(`[name="${name}"]`).fill(value)
  }

// What comes out of a printer of the applicant's own page, in words: what is to be pressed is not on it.
const printedFor = async (person: Visitor, reference: string): Promise<string> => {
  const { host, open, goOnAs } = here()
  const { page } = await open(320, false)
  await goOnAs(person, page)
  await page.goto(`${host.residents}/my-applications/${reference}`)
  await page.emulateMedia({ media: 'print' })
  const words = await page.locator('body').innerText()
  expect((await page.pdf()).subarray(0, 5).toString()).toBe('%PDF-')
  await page.context().close()
  for (const pressed of ['What you can do', 'Sign out', 'Write to us', 'Back']) expect(words).not.toContain(pressed)
  return words
}

describe('a decision', () => {
  it('that a household does not qualify is proposed by one, decided by another, and told with the last day for a review, on the page that they print', async () => {
    const { person, reference } = await sent('housing-owner', 'housing')
    const reason = write({ reason: 'The home that you own meets your needs.' })
    const faults = [
      ...(await as('Housing officer 1', reference, [
        ['Start checking', nothing],
        ['Propose that they do not qualify', reason],
      ])),
      ...(await as('Housing team manager', reference, [['Decide that they do not qualify', nothing]])),
    ]
    expect(faults).toEqual([])
    const printed = await printedFor(person, reference)
    expect(printed).toContain('The home that you own meets your needs.')
    // Told by letter, which is read on the second working day after: 25 November, and 21 days.
    expect(printed).toContain('You can ask for a review until the end of Wednesday 16 December 2026.')
  }, 120_000)

  it('to grant permission is recommended with its conditions, and its notice opens on the applicant’s page at 320 px', async () => {
    const { host, open, goOnAs, setClock } = here()
    const { person, reference } = await sent('planning-householder', 'planning')
    const day = (field: string) => ({ [`${field}-day`]: '23', [`${field}-month`]: '11', [`${field}-year`]: '2026' })
    const officer = await as('Planning officer 1', reference, [
      ['Start validating', nothing],
      ['Make valid', write({ ...day('validOn'), passedOver: 'The plans were measured on paper.' })],
      ['Record when notices went out', write(day('noticesOn'))],
      [
        'Recommend a decision',
        async (page) => {
          await page.locator('[name=decision][value=grant]').check()
          await page.locator('[name=conditions][value=TIME]').check()
          await write({ reason: 'In line with the local plan.' })(page)
        },
      ],
    ])
    await setClock('2026-12-21', '10:00')
    const manager = await as('Planning team manager', reference, [['Grant permission', nothing]])
    expect([...officer, ...manager]).toEqual([])
    await setClock('2026-11-23', '10:20')
    const { page, looked } = await open(320, false)
    await goOnAs(person, page)
    await page.goto(`${host.residents}/my-applications/${reference}`)
    await look(page, looked)
    await page.getByRole('link', { name: 'Decision notice', exact: true }).click()
    await look(page, looked)
    expect(await page.locator('main').innerText()).toContain('begun within three years of the date of this notice')
    const printed = await page.context().request.get(`${host.residents}/my-applications/${reference}/notice/1.pdf`)
    expect((await printed.body()).subarray(0, 5).toString()).toBe('%PDF-')
    expect(looked.faults).toEqual([])
  }, 180_000)

  it('of what was agreed at an appointment is told to whoever came, on the page that they print', async () => {
    const { setClock } = here()
    const { person, reference } = await sent('bookings-office-step-free', 'bookings')
    // Half an hour before, at the earliest, somebody is checked in.
    await setClock('2026-11-24', '10:00')
    const faults = await as('Bookings staff 1', reference, [
      ['Check in', nothing],
      ['Complete', write({ outcome: 'Advice given, and a form to take home.' })],
    ])
    expect(faults).toEqual([])
    // Their browser has not waited for a day.
    await setClock('2026-11-23', '10:20')
    expect(await printedFor(person, reference)).toContain('Advice given, and a form to take home.')
  }, 120_000)
})
