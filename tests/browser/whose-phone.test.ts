// Two people on two devices, a computer that others use after them, and leaving in a hurry: in a real browser, with JavaScript and without.

import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { namedForm } from '#tests/support/people/persona-visits.ts'
import { overHttp } from '#tests/support/worlds/over-http.ts'
import { type Visitor, visitor } from '#tests/support/worlds/visitor.ts'
import { look, pathOf } from './hands.ts'
import { nextCode } from './journeys.ts'
import { product } from './product.ts'

const here = product(3790)

// A form with a safe way, a number and a name, and the browser that goes on with it.
const begun = async (phone: string): Promise<Visitor> => {
  await here().setClock('2026-11-25', '10:00')
  const person = visitor(overHttp(here().host.residents), here().host.residents)
  await namedForm(person, { phone, born: true })
  return person
}

// What our server answers is taken as it is, and the page that it leads to is shown in its place: nothing outside is asked for.
const weatherIsHere = async (page: Page): Promise<() => string | undefined> => {
  let leads: string | undefined
  await page.route('**/leave', async (route) => {
    const answer = await route.fetch({ maxRedirects: 0 })
    const { location, ...headers } = answer.headers()
    leads = location
    await route.fulfill({
      status: 200,
      headers: { ...headers, 'content-type': 'text/html' },
      body: '<title>Weather</title><h1>Weather</h1>',
    })
  })
  return () => leads
}

const textOf = (page: Page): Promise<string> => page.locator('body').innerText()

describe.each([
  ['with JavaScript', true, '1'],
  ['without JavaScript', false, '2'],
] as const)('%s', (_how, javaScript, digit) => {
  it('a number’s owner takes over what a stranger began with it, and the stranger’s device shows it no more', async () => {
    const phone = `07700 900 6${digit}1`
    const [one, two] = [await here().open(320, javaScript), await here().open(320, javaScript)]
    const { residents } = here().host
    await here().goOnAs(await begun(phone), one.page)
    await one.page.goto(`${residents}/housing/about-you/name`)
    expect(await one.page.locator('input[name=firstName]').inputValue()).toBe('Zebedee')

    const code = await nextCode(here().host)
    await two.page.goto(`${residents}/return`)
    await two.page.locator('input[name=phone]').fill(phone)
    await two.page.getByRole('button', { name: 'Text me a code' }).click()
    await two.page.locator('input[name=code]').fill(await code())
    await two.page.getByRole('button', { name: 'Continue' }).click()
    await look(two.page, two.looked)
    await two.page.locator('a[href^="/my-applications/continue/"]:not([href$="/delete"])').click()
    await look(two.page, two.looked)
    await two.page.locator('input[name=bornOn-day]').fill('3')
    await two.page.locator('input[name=bornOn-month]').fill('4')
    await two.page.locator('input[name=bornOn-year]').fill('1984')
    await two.page.getByRole('button', { name: 'Continue' }).click()
    await look(two.page, two.looked)
    for (const [part, value] of [
      ['day', '3'],
      ['month', '4'],
      ['year', '1985'],
    ] as const)
      await two.page.locator(`input[name=bornOn-${part}]`).fill(value)
    await two.page.getByRole('button', { name: 'Continue' }).click()
    await two.page.waitForURL(`${residents}/housing/tasks`)
    await look(two.page, two.looked)

    await one.page.locator('input[name=firstName]').fill('Changed by a stranger')
    await one.page.getByRole('button', { name: 'Continue' }).click()
    await look(one.page, one.looked)
    expect([pathOf(one.page), (await textOf(one.page)).includes('You cannot carry on here')]).toEqual([
      '/session/taken',
      true,
    ])
    await two.page.goto(`${residents}/housing/about-you/name`)
    expect(await two.page.locator('input[name=firstName]').inputValue()).toBe('Zebedee')
    expect([...one.looked.faults, ...two.looked.faults]).toEqual([])
  })

  it('on a shared computer, whoever comes after somebody who signed out sees nothing of theirs on Back', async () => {
    const { page, looked } = await here().open(320, javaScript)
    const { residents } = here().host
    await here().goOnAs(await begun(`07700 900 6${digit}2`), page)
    await page.goto(`${residents}/housing/tasks`)
    await page.goto(`${residents}/housing/about-you/name`)
    expect(await page.locator('input[name=firstName]').inputValue()).toBe('Zebedee')
    await page.getByRole('link', { name: 'Finish and sign out' }).click()
    await look(page, looked)
    await page.getByRole('button', { name: 'Finish and sign out' }).click()
    await look(page, looked)
    expect(await textOf(page)).toContain('You have signed out')
    for (let back = 0; back < 4; back += 1) {
      await page.goBack({ waitUntil: 'load' })
      await page.waitForTimeout(300)
      expect(await page.locator('input[name=firstName]').count()).toBe(0)
      expect(await textOf(page)).not.toContain('Zebedee')
      expect(pathOf(page)).not.toMatch(/about-you|tasks/)
    }
    expect(looked.faults).toEqual([])
  })

  it('“Exit this page” opens the weather, and Back shows the front page of the council', async () => {
    const { page, looked } = await here().open(320, javaScript)
    const { residents } = here().host
    const person = await begun(`07700 900 6${digit}3`)
    const leads = await weatherIsHere(page)
    await here().goOnAs(person, page)
    await page.goto(`${residents}/housing/your-application/1`)
    await page.waitForLoadState('load')
    await look(page, looked)
    expect(await page.title()).toBe('Your application - Dorset Council')
    if (javaScript) for (let press = 0; press < 3; press += 1) await page.keyboard.press('Shift')
    else await page.locator('.govuk-exit-this-page__button').click()
    await page.getByRole('heading', { name: 'Weather' }).waitFor()
    expect(leads()).toBe('https://www.bbc.co.uk/weather')
    await page.goBack({ waitUntil: 'load' })
    await page.waitForURL(`${residents}/`)
    expect(await textOf(page)).toContain('Council services')
    await page.goto(`${residents}/housing/about-you/name`)
    expect(pathOf(page)).toBe('/')
    // A copy of the cookie of before is out too.
    expect((await person.get('/housing/about-you/name')).path).toBe('/')
    expect(looked.faults).toEqual([])
  })

  it('two people look at one application from two devices: a helper types by leave, and is turned away once it is ended', async () => {
    const [one, two] = [await here().open(320, javaScript), await here().open(320, javaScript)]
    const { residents } = here().host
    const helpers = `07700 900 6${digit}5`
    await here().goOnAs(await begun(`07700 900 6${digit}4`), one.page)
    await one.page.goto(`${residents}/housing/tasks`)
    const reference = /Your reference is (\w+)/.exec(await textOf(one.page))?.[1] ?? ''
    await one.page.getByRole('link', { name: 'Let somebody you trust help you' }).click()
    await one.page.getByRole('link', { name: 'Let somebody help you' }).click()
    await one.page.getByRole('button', { name: 'Let them help' }).click()
    await look(one.page, one.looked)
    expect(await textOf(one.page)).toContain('Enter their full name')
    await one.page.locator('input[name=helperName]').fill('Maya Okafor')
    await one.page.locator('input[name=helperRelation]').fill('my support worker')
    await one.page.locator('input[name=helperBy][value=text]').check()
    await one.page.locator('input[name=helperPhone]').fill(helpers)
    await one.page.locator('input[name=helperMay][value=fill]').check()
    await one.page.getByRole('button', { name: 'Let them help' }).click()
    await look(one.page, one.looked)

    const code = await nextCode(here().host)
    await two.page.goto(`${residents}/helping/${reference}`)
    await two.page.getByRole('button', { name: 'Send me a code' }).click()
    await look(two.page, two.looked)
    await two.page.locator('input[name=contact]').fill(helpers)
    await two.page.getByRole('button', { name: 'Send me a code' }).click()
    await two.page.locator('input[name=code]').fill(await code())
    await two.page.getByRole('button', { name: 'Continue' }).click()
    await two.page.waitForURL(`${residents}/housing/tasks`)
    await two.page.goto(`${residents}/housing/before/mobile`)
    await look(two.page, two.looked)
    expect(await textOf(two.page)).toContain('Only Zebedee Owner can do this')
    await two.page.goto(`${residents}/housing/about-you/name`)
    await two.page.locator('input[name=firstName]').fill('Zeb')
    await two.page.getByRole('button', { name: 'Continue' }).click()
    await two.page.waitForURL((url) => !url.pathname.endsWith('/name'))
    await two.page.goto(`${residents}/housing/about-you/name`)

    await one.page.goto(`${residents}/housing/about-you/name`)
    expect(await one.page.locator('input[name=firstName]').inputValue()).toBe('Zeb')
    await one.page.getByRole('link', { name: 'See who helps you, or end it' }).click()
    await one.page.getByRole('button', { name: 'End it for Maya Okafor' }).click()
    await look(one.page, one.looked)
    expect(await textOf(one.page)).toContain('Who could see your answers before')

    await two.page.locator('input[name=firstName]').fill('Too late')
    await two.page.getByRole('button', { name: 'Continue' }).click()
    await two.page.getByRole('heading', { name: 'Page not found' }).waitFor()
    await one.page.goto(`${residents}/housing/about-you/name`)
    expect(await one.page.locator('input[name=firstName]').inputValue()).toBe('Zeb')
    expect([...one.looked.faults, ...two.looked.faults]).toEqual([])
  }, 90_000)

  it('a recovery phrase is shown to keep, and opens the form on another device', async () => {
    const [one, two] = [await here().open(320, javaScript), await here().open(320, javaScript)]
    const { residents } = here().host
    await one.page.goto(`${residents}/planning`)
    await one.page.getByRole('button', { name: 'Start now' }).click()
    await one.page.getByRole('link', { name: 'get a recovery phrase' }).click()
    await look(one.page, one.looked)
    await one.page.getByRole('button', { name: 'Show me a phrase' }).click()
    await look(one.page, one.looked)
    const [reference = '', phrase = ''] = await one.page.locator('.govuk-summary-list__value').allInnerTexts()
    await two.page.goto(`${residents}/return/phrase`)
    await two.page.locator('input[name=reference]').fill(reference)
    await two.page.locator('input[name=phrase]').fill('apple apple apple apple apple apple')
    await two.page.getByRole('button', { name: 'Continue' }).click()
    await look(two.page, two.looked)
    await two.page.locator('input[name=phrase]').fill(phrase)
    await two.page.getByRole('button', { name: 'Continue' }).click()
    await two.page.waitForURL(`${residents}/planning/tasks`)
    expect([...one.looked.faults, ...two.looked.faults]).toEqual([])
  })
})

describe('without a mobile number', () => {
  it('somebody comes back on another device by a code in an email, at 320 pixels and without JavaScript', async () => {
    const { residents, tools } = here().host
    const person = await begun('07700 900 691')
    for (const [key, typed] of [
      ['before/safe-contact', { safeWays: 'email' }],
      ['before/email', { email: 'kit.walk@example.com' }],
    ] as const) {
      await person.get(`/housing/${key}`)
      await person.post(`/housing/${key}`, typed)
    }
    const reference = /Your reference is <strong>(\w+)/.exec((await person.get('/housing/tasks')).html)?.[1] ?? ''
    const { page, looked } = await here().open(320, false)
    await page.goto(`${residents}/return`)
    await page.getByRole('link', { name: 'Get a code by email instead' }).click()
    await page.getByRole('button', { name: 'Email me a code' }).click()
    await look(page, looked)
    await page.locator('input[name=reference]').fill(reference)
    await page.locator('input[name=email]').fill('kit.walk@example.com')
    await page.getByRole('button', { name: 'Email me a code' }).click()
    await look(page, looked)
    expect(await textOf(page)).toContain('k***@example.com')
    const codeNow = async (): Promise<string> => {
      const emails: readonly { readonly to: string; readonly body: string }[] = JSON.parse(
        await (await fetch(`${tools}/emails.json`)).text(),
      )
      return emails.find(({ to, body }) => to === 'kit.walk@example.com' && /^\d{6}/.test(body))?.body.slice(0, 6) ?? ''
    }
    await expect.poll(codeNow, { timeout: 20_000 }).toMatch(/^\d{6}$/)
    await page.locator('input[name=code]').fill(await codeNow())
    await page.getByRole('button', { name: 'Continue' }).click()
    await look(page, looked)
    for (const [part, value] of [
      ['day', '3'],
      ['month', '4'],
      ['year', '1985'],
    ] as const)
      await page.locator(`input[name=bornOn-${part}]`).fill(value)
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.goto(`${residents}/housing/save`)
    await look(page, looked)
    expect([await textOf(page), looked.faults]).toEqual([expect.stringContaining('k***@example.com'), []])
    expect((await person.get('/housing/tasks')).path).toBe('/session/taken')
  })
})
