// A document that an officer cannot accept after the application was sent: its sender hears by text, replaces that one, and the case shows both.
// In a real browser, with and without JavaScript.

import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { agreeAndSend } from '#tests/support/people/persona-visits.ts'
import { personaOf } from '#tests/support/people/personas.ts'
import { attach, type Looked, look, proceed } from './hands.ts'
import { agree, bornIn, textAbout } from './journeys.ts'
import { type Product, product } from './product.ts'

const here = product(3920)

// Sent with a passport and a letter of the school.
const sent = async ({ answered }: Product): Promise<string> => {
  const person = await answered('housing-couple-overcrowded')
  return await agreeAndSend(person, 'housing')
}

const refusePassport = async (page: Page, looked: Looked): Promise<void> => {
  await page.getByRole('link', { name: 'Tasks', exact: true }).click()
  await page.getByRole('link', { name: 'Start checking' }).click()
  await page.getByRole('button', { name: 'Start checking' }).click()
  await page.getByRole('link', { name: 'Tasks', exact: true }).click()
  await page.getByRole('link', { name: 'Refuse a document' }).click()
  await look(page, looked)
  await page.locator('input[name=documents]').first().check()
  await page.getByLabel('Why it cannot be accepted').fill('The photo is too dark to read.')
  await page.getByRole('button', { name: 'Refuse a document' }).click()
  await look(page, looked)
}

// From the link in the text to the page that says where the application stands.
const comeBack = async (page: Page, looked: Looked, { host }: Product, reference: string): Promise<void> => {
  const { body, to } = await textAbout(host, reference, 'cannot accept a document')
  await page.goto(/http\S+/.exec(body)?.[0] ?? '')
  await look(page, looked)
  await page.locator('input[name=phone]').fill(to.replace('+44', '0'))
  const codes = async (): Promise<readonly string[]> => {
    const texts: readonly { readonly body: string }[] = JSON.parse(
      await (await fetch(`${host.tools}/texts.json`)).text(),
    )
    return texts.flatMap((text) => /^\d{6}/.exec(text.body)?.[0] ?? [])
  }
  const before = (await codes()).length
  await page.getByRole('button', { name: 'Text me a code' }).click()
  await expect.poll(async () => (await codes()).length, { timeout: 10_000 }).toBe(before + 1)
  await page.locator('input[name=code]').fill((await codes()).at(-1) ?? '')
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.locator(`a[href="/my-applications/${reference}"]`).last().click()
  await look(page, looked)
  const born = bornIn(personaOf('housing-couple-overcrowded'))
  for (const [at, part] of ['day', 'month', 'year'].entries())
    await page.locator(`input[name=bornOn-${part}]`).fill(born[at] ?? '')
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.waitForURL(({ pathname }) => pathname === `/my-applications/${reference}`)
  await look(page, looked)
}

const replacePassport = async (page: Page, looked: Looked): Promise<void> => {
  await page.getByRole('link', { name: 'Give us more information' }).click()
  await look(page, looked)
  expect(await page.locator('.govuk-inset-text').first().innerText()).toContain('The photo is too dark to read.')
  await page.getByRole('link', { name: /^Change Proof of identity/ }).click()
  await proceed(page)
  await proceed(page)
  expect(await page.locator('.govuk-inset-text').first().innerText()).toContain('The photo is too dark to read.')
  await page.getByRole('button', { name: 'Remove passport.jpg' }).click()
  await page.locator('[data-files] .govuk-summary-list__row').waitFor({ state: 'detached' })
  await attach(page, 'passport-in-daylight.pdf')
  await look(page, looked)
  // The other document is as it was.
  for (let left = 4; left > 0 && !page.url().endsWith('/housing/documents'); left -= 1) await proceed(page)
  await page.getByLabel('No', { exact: true }).check()
  await proceed(page)
  await agree(page, looked)
  expect(await page.locator('main').innerText()).not.toContain('What we asked for')
}

it.each([true, false])(
  'is replaced by its sender, and both are on the case (JavaScript: %s)',
  async (javaScript) => {
    const reference = await sent(here())
    const desk = await here().open(1280)
    await here().signIn(desk.page, 'Housing officer 1')
    await desk.page.goto(`${here().host.staff}/cases/${reference}`)
    await refusePassport(desk.page, desk.looked)
    const { page, looked } = await here().open(320, javaScript)
    await comeBack(page, looked, here(), reference)
    expect(await page.locator('main').innerText()).toContain('The photo is too dark to read.')
    await replacePassport(page, looked)
    const { page: officer } = desk
    await officer.goto(`${here().host.staff}/cases/${reference}`)
    await look(officer, desk.looked)
    await officer.getByRole('link', { name: 'Documents', exact: true }).click()
    await look(officer, desk.looked)
    const documents = await officer.locator('a[href*="/documents/"]').allTextContents()
    expect(documents).toEqual(expect.arrayContaining(['passport.jpg', 'passport-in-daylight.pdf']))
    await officer.getByRole('link', { name: 'passport-in-daylight.pdf' }).first().click()
    await look(officer, desk.looked)
    expect(await officer.locator('iframe').count()).toBe(1)
    await officer.getByRole('link', { name: 'Back to the documents' }).click()
    await officer.getByRole('link', { name: 'Tasks', exact: true }).click()
    await officer.getByRole('link', { name: 'Accept documents' }).click()
    await officer.locator('input[name=documents]').first().check()
    await officer.getByRole('button', { name: 'Accept documents' }).click()
    expect(await officer.locator('main').innerText()).toContain('accepted documents')
    expect([...looked.faults, ...desk.looked.faults]).toEqual([])
  },
  120_000,
)
