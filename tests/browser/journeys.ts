// The three services in a real browser at 320 px: from the start page to the text on the phone. Once with JavaScript, once without.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Host, startHost } from '#infra/local/host.ts'
import { openWindow, startBrowser } from '#tests/support/browser.ts'
import { loadPersonas } from '#tests/support/personas.ts'
import { actOn, comeBack } from './desk.ts'
import { type Looked, look, looking, pathOf, walk } from './hands.ts'

const people = ['planning-householder', 'bookings-office-step-free', 'housing-single-renter']

let host: Host
let browser: Browser

export const journeys = (given: { readonly port: number; readonly javaScript: boolean }): void => {
  const directory = mkdtempSync(join(tmpdir(), 'guildhall-browser-'))
  const secretKey = Buffer.alloc(32, 9).toString('base64')
  beforeAll(async () => {
    host = await startHost({ port: given.port, directory, secretKey, built: false, seed: false })
    browser = await startBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await host?.close()
    rmSync(directory, { recursive: true, force: true })
  })

  it.each(people)(
    '%s sends everything, gets a text, is told of what staff do, and sees it',
    { timeout: 300_000 },
    async (id) => {
      const { faults, first, second } = await journey(id, given.javaScript)
      expect(faults).toEqual([])
      expect([first, second].map(({ body }) => body.length > 0)).toEqual([true, true])
    },
  )
}

const journey = async (id: string, javaScript: boolean) => {
  const persona = loadPersonas().find((one) => one.id === id)
  if (persona === undefined) throw new Error(`There is no persona ${id}`)
  const { service } = persona
  await setToday(persona.today)
  const context = await openWindow(browser, { width: 320, javaScript })
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  const looked = await looking(page, browser, javaScript)
  await start(page, service, looked)
  await walk(page, persona, looked)
  const reference = await send(page, looked)
  const first = await textAbout(reference, '')
  const says = await actOn(page, looked, { staff: host.staff, service, reference })
  const second = await textAbout(service === 'bookings' ? 'cancel' : reference, says)
  const code = async () => /\d{6}/.exec((await textAbout('is your code', '')).body)?.[0] ?? ''
  const back = await comeBack(browser, {
    residents: host.residents,
    service,
    sent: { reference, to: first.to },
    javaScript,
    code,
  })
  await context.close()
  return { faults: [...looked.faults, ...back], first, second }
}

const setToday = async (day: string): Promise<void> => {
  const shift = Date.parse(`${day}T10:00:00Z`) - Date.now()
  await fetch(`${host.tools}/clock`, {
    method: 'POST',
    body: JSON.stringify({ offset: `${shift < 0 ? '-' : ''}PT${Math.round(Math.abs(shift) / 1000)}S` }),
  })
  // Functions look at the clock five times a second.
  await new Promise((resolve) => setTimeout(resolve, 300))
}

const start = async (page: Page, service: string, looked: Looked): Promise<void> => {
  await page.goto(host.residents)
  await look(page, looked)
  await page.locator(`a[href="/${service}"]`).first().click()
  await look(page, looked)
  await page.getByRole('button', { name: 'Start now' }).click()
}

const send = async (page: Page, looked: Looked): Promise<string> => {
  if (pathOf(page).endsWith('/tasks')) {
    await look(page, looked)
    await page.getByRole('link', { name: /check/i }).click()
  }
  // Check your answers, what we think so far, the declaration.
  for (let left = 3; left > 0 && !pathOf(page).endsWith('/declaration'); left -= 1) {
    await look(page, looked)
    await page
      .getByRole('button', { name: 'Continue' })
      .or(page.getByRole('link', { name: 'Continue' }))
      .first()
      .click()
  }
  await look(page, looked)
  await page.locator('input[name=agree]').check()
  await page.locator('main form button[type=submit]').first().click()
  await look(page, looked)
  return /[HBP][B-DF-HJ-NP-TV-Z2-9]{7}/.exec(await page.locator('.govuk-panel').innerText())?.[0] ?? 'no reference'
}

type PhoneText = { readonly to: string; readonly body: string }

// The newest text with both words. The stream brings it within a second or so.
const textAbout = async (word: string, other: string): Promise<PhoneText> => {
  for (let left = 80; left > 0; left -= 1) {
    const texts: readonly PhoneText[] = JSON.parse(await (await fetch(`${host.tools}/texts.json`)).text())
    const found = texts.findLast(({ body }) => body.includes(word) && body.includes(other))
    if (found !== undefined) return found
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`No text with “${word}” and “${other}” within eight seconds`)
}
