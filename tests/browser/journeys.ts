// The services in a real browser at 320 px: from the start page to the text on the phone. Once with JavaScript, once without.
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { type Persona, personaOf } from '#tests/support/people/personas.ts'
import { actOn, comeBack } from './desk.ts'
import { type Looked, look, pathOf, walk } from './hands.ts'
import { type Product, product } from './product.ts'

type Given = { readonly port: number; readonly javaScript: boolean; readonly people: readonly string[] }

export const journeys = (given: Given): void => {
  const here = product(given.port)

  it.each(given.people)(
    '%s sends everything, gets a text, is told of what staff do, and sees it',
    { timeout: 300_000 },
    async (id) => {
      const { faults, first, second } = await journey(here(), id, given.javaScript)
      expect(faults).toEqual([])
      expect([first, second].map(({ body }) => body.length > 0)).toEqual([true, true])
    },
  )
}

export const journey = async (here: Product, id: string, javaScript: boolean) => {
  const { host } = here
  const persona = personaOf(id)
  const { service, today } = persona
  await here.setClock(today, '10:00')
  const { page, looked } = await here.open(320, javaScript)
  await page.goto(host.residents)
  await start(page, service, looked)
  await walk(page, persona, looked)
  const reference = await send(page, looked)
  const first = await textAbout(host, reference, '')
  const says = await actOn(page, looked, { staff: host.staff, service, reference, today })
  const second = await textAbout(host, service === 'bookings' ? 'cancel' : reference, says)
  const code = await nextCode(host)
  const back = await comeBack(here.browser, {
    residents: host.residents,
    service,
    sent: { reference, to: first.to },
    javaScript,
    code,
    born: bornIn(persona),
  })
  await page.context().close()
  return { faults: [...looked.faults, ...back], first, second }
}

export const bornIn = ({ steps }: Persona): readonly string[] => {
  const typed = steps.flatMap((step) => (step.is === 'page' && 'dateOfBirth-day' in step.typed ? [step.typed] : []))[0]
  return typed === undefined ? [] : ['day', 'month', 'year'].map((part) => typed[`dateOfBirth-${part}`]?.[0] ?? '')
}

const start = async (page: Page, service: string, looked: Looked): Promise<void> => {
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
  await agree(page, looked)
  return /[HBP][B-DF-HJ-NP-TV-Z2-9]{7}/.exec(await page.locator('.govuk-panel').innerText())?.[0] ?? 'no reference'
}

// From check your answers to what is said of what was sent.
export const agree = async (page: Page, looked: Looked): Promise<void> => {
  // Check your answers, what we think so far, the declaration.
  for (let left = 3; left > 0 && !pathOf(page).endsWith('/declaration'); left -= 1) {
    await look(page, looked)
    const before = pathOf(page)
    await page
      .getByRole('button', { name: 'Continue' })
      .or(page.getByRole('link', { name: 'Continue' }))
      .first()
      .click()
    // A click may come back before the page that it led to.
    await page.waitForURL(({ pathname }) => pathname !== before)
  }
  await look(page, looked)
  await page.locator('input[name=agree]').check()
  await page.locator('main form button[type=submit]').first().click()
  await look(page, looked)
}

// Asked before somebody asks for a code: gives the one that comes then, not one that another person had before.
export const nextCode = async (host: Product['host']): Promise<() => Promise<string>> => {
  const had = (await textsOn(host)).length
  return async () => {
    const { body } = await textAbout(host, 'is your code', '', had)
    return /\d{6}/.exec(body)?.[0] ?? ''
  }
}

type PhoneText = { readonly to: string; readonly body: string }

const textsOn = async (host: Product['host']): Promise<readonly PhoneText[]> =>
  JSON.parse(await (await fetch(`${host.tools}/texts.json`)).text())

// The newest text with both words, after as many as there were. The stream brings it within a second or so.
export const textAbout = async (host: Product['host'], word: string, other: string, after = 0): Promise<PhoneText> => {
  for (let left = 80; left > 0; left -= 1) {
    const texts = (await textsOn(host)).slice(after)
    const found = texts.findLast(({ body }) => body.includes(word) && body.includes(other))
    if (found !== undefined) return found
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`No text with “${word}” and “${other}” within eight seconds`)
}
