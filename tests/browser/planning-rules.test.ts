// What a planning applicant sees before sending, and what staff can try, in a real browser: the fee with its working, by day and by hour.

import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { agreeAndSend, sendUpload } from '#tests/support/people/persona-visits.ts'
import type { Visitor } from '#tests/support/worlds/visitor.ts'
import { attach, type Looked, look } from './hands.ts'
import { product } from './product.ts'

const here = product(3780)

const advice = async (page: Page, looked: Looked): Promise<string> => {
  await page.goto(`${here().host.residents}/planning/what-we-think-so-far`)
  await look(page, looked)
  return (await page.locator('main').innerText()).replace(/\s+/g, ' ')
}

describe('a householder application', () => {
  it('sent on 31 March 2026 at 15:00 and at 18:30 shows different fees, and says why', async () => {
    const { answered, goOnAs, open, setClock } = here()
    const { page, looked } = await open(320, false)
    await goOnAs(await answered('planning-householder'), page)
    await setClock('2026-03-31', '15:00')
    const afternoon = await advice(page, looked)
    expect(afternoon).toContain('Fee £528')
    expect(afternoon).toContain('in business hours: it counts as made on that day.')
    expect(afternoon).not.toContain('most appeals rest on what you send us now')
    await setClock('2026-03-31', '18:30')
    const evening = await advice(page, looked)
    expect(evening).toContain('Fee £548')
    expect(evening).toContain('it counts as made on the next working day, Wednesday 1 April 2026.')
    expect(evening).toContain('You can appeal, but most appeals rest on what you send us now')
    await page.getByText('How we worked this out: if you disagree with our decision').click()
    await look(page, looked)
    expect(looked.faults).toEqual([])
  }, 90_000)
})

describe('the boundary of a site', () => {
  const redLine = () => `${here().host.residents}/planning/boundary/red-line`

  it('is drawn on a map at 320 px, by touch or with the cross, says its area, and is shown as a picture to all', async () => {
    const { answered, goOnAs, open, signIn } = here()
    const { page, looked } = await open(320)
    await goOnAs(await answered('planning-householder'), page)
    await page.goto(redLine())
    await look(page, looked)
    const map = page.locator('[data-map-picture]')
    const said = page.locator('[data-map-said]')
    await map.scrollIntoViewIfNeeded()
    for (const [x, y] of [
      [60, 80],
      [150, 80],
    ] as const)
      await map.tap({ position: { x, y } })
    // As somebody does who has a keyboard alone.
    await page.getByRole('button', { name: 'Add a corner at the cross' }).press('Enter')
    expect(await said.innerText()).toMatch(/^Area: /)
    await page.getByRole('button', { name: 'Undo' }).tap()
    expect(await said.innerText()).toBe('2 corners. An area has 3 or more')
    await map.tap({ position: { x: 150, y: 180 } })
    await map.tap({ position: { x: 60, y: 180 } })
    await page.getByRole('button', { name: 'Close the line' }).tap()
    const area = await said.innerText()
    expect(area).toMatch(/^Area: [\d,]+ square metres \([\d.]+ hectares\)$/)
    await page.getByLabel('Grid reference').fill('')
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.waitForURL(({ pathname }) => pathname.endsWith('/boundary/highway'))
    await page.goto(redLine())
    expect(await said.innerText()).toBe(area)
    await page.getByRole('button', { name: 'Clear the map' }).tap()
    expect(await said.innerText()).toBe('Nothing is drawn yet')
    await showsSite(page, looked, `${here().host.residents}/planning/check-your-answers`)
    await page.goto(`${here().host.residents}/planning/declaration`)
    await page.getByLabel(/I agree/).check()
    await page.getByRole('button', { name: /Agree and send/ }).click()
    await page.waitForURL(/confirmation$/)
    await showsSite(page, looked, page.url())
    const reference = await page.locator('.govuk-panel strong').innerText()
    const desk = await open(1280)
    await signIn(desk.page, 'Planning officer 1')
    await showsSite(desk.page, desk.looked, `${here().host.staff}/cases/${reference}`)
    expect([...looked.faults, ...desk.looked.faults]).toEqual([])
  }, 90_000)

  // A picture with its scale, north and lengths, and all of it in words.
  const showsSite = async (page: Page, looked: Looked, address: string): Promise<void> => {
    await page.goto(address)
    const site = page.locator('figure.app-site')
    // Of a long application the answers are folded by section.
    for (const section of await page.locator('.app-section', { has: site }).all()) await section.locator('h2').click()
    expect(await site.locator('svg').textContent()).toMatch(/North\s+\d+ metres\s+\d+ metres\s+Scale: \d+ metres/)
    expect(await site.locator('figcaption').innerText()).toMatch(
      /^Red line: [\d,]+ square metres .* from west to east and .* Its middle is at SY \d{4} \d{4}\.$/,
    )
    await look(page, looked)
  }

  it('is given without JavaScript by a location plan instead, which the next page takes', async () => {
    const { answered, goOnAs, open } = here()
    const { page, looked } = await open(320, false)
    await goOnAs(await answered('planning-householder'), page)
    await page.goto(redLine())
    expect(await page.locator('[data-map]').isVisible()).toBe(false)
    await page.getByLabel('I will upload a location plan instead').check()
    await page.getByLabel('Grid reference').fill('')
    await page.getByRole('button', { name: 'Continue' }).click()
    expect(await page.locator('h1').innerText()).toBe('Upload your location plan')
    await look(page, looked)
    await page.getByRole('button', { name: 'Continue' }).click()
    const asked = page.locator('.govuk-error-message')
    await asked.waitFor()
    expect(await asked.innerText()).toContain('Select your location plan')
    await attach(page, 'location-plan.pdf')
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.waitForURL(({ pathname }) => pathname.endsWith('/boundary/highway'))
    expect(looked.faults).toEqual([])
  }, 90_000)
})

describe('an outline application of 2.6 hectares', () => {
  it('shows £16,487 with its working, at 320 px', async () => {
    const { answered, goOnAs, open } = here()
    const { page, looked } = await open(320)
    await goOnAs(await answered('planning-outline-homes'), page)
    const shown = await advice(page, looked)
    expect(shown).toContain('Fee £16,487')
    expect(shown).toContain('£16,291 + 1 × £196 = £16,487')
    await page.getByText('How we worked this out: fee').click()
    await look(page, looked)
    expect(await page.locator('main').innerText()).toContain('Site area: 26,000 square metres')
    expect(looked.faults).toEqual([])
  }, 90_000)
})

// Beside the persona's three drawings.
const addPhoto = async (person: Visitor): Promise<void> => {
  await person.get('/planning/documents')
  await person.post('/planning/documents', { another: 'yes' })
  await person.post('/planning/documents/4/type', { documentTypes: 'photographs.existing' })
  await person.post('/planning/documents/4/private', { hasPrivate: 'no' })
  await sendUpload(person, 'front.png')
  await person.post('/planning/documents/4/file', {})
  await person.post('/planning/documents', { another: 'no' })
}

describe('staff', () => {
  it('see the fee, the validation list and who decides beside the case, and make it valid', async () => {
    const { answered, host, open, signIn } = here()
    const person = await answered('planning-householder')
    await addPhoto(person)
    const reference = await agreeAndSend(person, 'planning')
    const { page, looked } = await open(1280)
    await signIn(page, 'Planning officer 1')
    await page.goto(`${host.staff}/cases/${reference}`)
    await look(page, looked)
    await page.getByRole('link', { name: 'Tasks', exact: true }).click()
    await look(page, looked)
    expect(await page.locator('#part-fee + p').textContent()).toBe('£548')
    expect(await page.locator('#part-delegation + p').textContent()).toBe('An officer')
    expect(await page.locator('main').textContent()).toContain('V11 Files: met.')
    await page.getByRole('link', { name: 'Documents', exact: true }).click()
    await look(page, looked)
    await page.getByRole('link', { name: 'location-plan.pdf' }).click()
    await look(page, looked)
    expect(await page.locator('main').innerText()).toContain('1:1250')
    expect(await page.locator('iframe').getAttribute('src')).toContain(`:${Number(new URL(host.staff).port) + 2}/`)
    await page.setViewportSize({ width: 320, height: 700 })
    await page.goto(`${host.staff}/cases/${reference}`)
    await page.getByRole('link', { name: 'Documents', exact: true }).click()
    await look(page, looked)
    await page.getByRole('link', { name: 'front.png' }).click()
    await look(page, looked)
    expect(await page.evaluate('document.querySelector(".app-document-picture").naturalWidth')).toBe(1)
    await page.getByRole('link', { name: 'Back to the documents' }).click()
    // A HEIC, which no browser here shows: what is shown is the JPG of it.
    await page.getByRole('link', { name: 'plans-and-elevations.heic' }).click()
    const copies = async () => {
      await page.reload()
      return page.locator('.app-document-picture').count()
    }
    await expect.poll(copies, { timeout: 20_000, interval: 300 }).toBe(1)
    await look(page, looked)
    expect(await page.evaluate('document.querySelector(".app-document-picture").naturalWidth')).toBe(2000)
    await page.getByRole('link', { name: 'Back to the documents' }).click()
    await page.setViewportSize({ width: 1280, height: 900 })
    await page.getByRole('link', { name: 'Tasks', exact: true }).click()
    await page.getByRole('link', { name: 'Start validating' }).click()
    await page.getByRole('button', { name: 'Start validating' }).click()
    await page.getByRole('link', { name: 'Tasks', exact: true }).click()
    await page.getByRole('link', { name: 'Make valid' }).click()
    await look(page, looked)
    expect(await page.locator('#validOn-day').inputValue()).toBe('23')
    await page.locator('textarea[name=passedOver]').fill('The plans were measured on paper.')
    await page.getByRole('button', { name: 'Make valid' }).click()
    await look(page, looked)
    expect(await page.locator('main').innerText()).toContain('Monday 18 January 2027')
    expect(looked.faults).toEqual([])
  }, 90_000)

  it('try a fee on paper, for any day and hour', async () => {
    const { host, open, setClock, signIn } = here()
    await setClock('2026-11-23', '10:00')
    const { page, looked } = await open(320, false)
    await signIn(page, 'Planning officer 1')
    await page.goto(`${host.staff}/rules/planning/fee`)
    await look(page, looked)
    await page.locator('input[name=whatWork][value=newHomes]').check()
    await page.locator('input[name=decision][value=permission]').check()
    await page.locator('input[name=detail][value=outline]').check()
    await page.locator('input[name=siteArea]').fill('26000')
    await page.getByRole('button', { name: 'Try' }).click()
    await look(page, looked)
    expect(await page.locator('#part-fee + p').textContent()).toBe('£16,487')
    expect(looked.faults).toEqual([])
  }, 90_000)
})
