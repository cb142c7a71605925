// What a family that lacks two bedrooms sees before sending, and what the officer sees beside their case: in a real browser, wide and narrow.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Host, startHost } from '#infra/local/host.ts'
import { openWindow, startBrowser, type Window } from '#tests/support/browser.ts'
import { overHttp } from '#tests/support/over-http.ts'
import { answerAs } from '#tests/support/persona-visits.ts'
import { loadPersonas } from '#tests/support/personas.ts'
import { type Visitor, visitor } from '#tests/support/visitor.ts'
import { type Looked, look, looking } from './hands.ts'

const directory = mkdtempSync(join(tmpdir(), 'guildhall-rules-'))

let host: Host
let browser: Browser
beforeAll(async () => {
  const secretKey = Buffer.alloc(32, 3).toString('base64')
  host = await startHost({ port: 3760, directory, secretKey, built: false, seed: false })
  browser = await startBrowser()
})
afterAll(async () => {
  await browser?.close()
  await host?.close()
  rmSync(directory, { recursive: true, force: true })
})

const answered = async (): Promise<Visitor> => {
  const persona = loadPersonas().find((one) => one.id === 'housing-two-bedrooms-short')
  if (persona === undefined) throw new Error('There is no such persona')
  const shift = Math.round((Date.parse(`${persona.today}T10:00:00Z`) - Date.now()) / 1000)
  const offset = `${shift < 0 ? '-' : ''}PT${Math.abs(shift)}S`
  await fetch(`${host.tools}/clock`, { method: 'POST', body: JSON.stringify({ offset }) })
  await new Promise((resolve) => setTimeout(resolve, 300))
  const person = visitor(overHttp(host.residents), host.residents)
  await answerAs(person, persona)
  return person
}

const open = async (width: Window['width'], javaScript = true): Promise<{ page: Page; looked: Looked }> => {
  const context = await openWindow(browser, { width, javaScript })
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  return { page, looked: await looking(page, browser, javaScript) }
}

// The answers were given by this person: the browser goes on with their cookies. A __Host- cookie is set for an https address.
const goOnAs = async (person: Visitor, page: Page): Promise<void> => {
  const url = host.residents.replace('http:', 'https:')
  const cookies = [...person.cookies].map(([name, value]) => ({ name, value, url }))
  await page.context().addCookies(cookies)
}

describe('a family that lacks two bedrooms', () => {
  it('sees the bedrooms it may need, what is lacking and the documents to send, at 320 px and without JavaScript', async () => {
    const { page, looked } = await open(320, false)
    await goOnAs(await answered(), page)
    await page.goto(`${host.residents}/housing/what-we-think-so-far`)
    await look(page, looked)
    const shown = await page.locator('main').textContent()
    expect(shown).toContain('3 bedrooms')
    expect(shown).toContain('Your home may be 2 bedrooms short of what you need')
    expect(shown).toContain('We will need these. You can send them after you apply.')
    expect(looked.faults).toEqual([])
  }, 60_000)

  it('is proposed for band B, with every reason, to the officer, who can accept it', async () => {
    const person = await answered()
    await person.get('/housing/declaration')
    await person.post('/housing/declaration', { agree: 'yes' })
    const reference = /H[B-Z2-9]{7}/.exec(person.last().html)?.[0] ?? ''
    const { page, looked } = await open(1280)
    await signIn(page)
    await page.goto(`${host.staff}/cases/${reference}`)
    await look(page, looked)
    expect(await page.locator('#part-band + p').textContent()).toBe('Band B – High Housing Need')
    await page.getByText('Reasons: proposed band').click()
    expect(await page.locator('main').textContent()).toContain('The household lacks 2 bedrooms or more.')
    await page.getByRole('link', { name: 'Start checking' }).click()
    await page.getByRole('button', { name: 'Start checking' }).click()
    await page.getByRole('link', { name: 'Propose a band' }).click()
    await look(page, looked)
    expect(await page.locator('input[name=band][value=B]').isChecked()).toBe(true)
    expect(await page.locator('textarea[name=reason]').inputValue()).toBe('The household lacks 2 bedrooms or more.')
    await page.getByRole('button', { name: 'Propose a band' }).click()
    expect(await page.locator('main').textContent()).toContain('You proposed a band')
    expect(looked.faults).toEqual([])
  }, 60_000)

  it('can be tried on paper for another day', async () => {
    const { page, looked } = await open(1280)
    await signIn(page)
    await page.getByRole('link', { name: 'Try the rules' }).click()
    await look(page, looked)
    await page.getByRole('link', { name: 'Bedrooms needed' }).click()
    await look(page, looked)
    await page.locator('#on-year').fill('2036')
    await page.locator('#people-1-dateOfBirth-day').fill('1')
    await page.locator('#people-1-dateOfBirth-month').fill('6')
    await page.locator('#people-1-dateOfBirth-year').fill('2014')
    await page.getByRole('button', { name: 'Try' }).click()
    await look(page, looked)
    expect(await page.locator('#part-bedrooms + p').textContent()).toBe('1 bedroom')
    expect(looked.faults).toEqual([])
  }, 60_000)
})

const signIn = async (page: Page): Promise<void> => {
  await page.goto(host.staff)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('button', { name: 'Housing officer 1', exact: true }).click()
}
