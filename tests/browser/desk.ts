// After an application has been sent: staff find it and act on it, the applicant gets a second text, comes back by its link and a code, and
// sees where it stands now.
import type { Browser, Page } from 'playwright-core'
import { type Day, datePartsOf } from '#domain/day.ts'
import { openWindow } from '#tests/support/worlds/browser.ts'
import { type Looked, look, looking, pathOf } from './hands.ts'

export type Sent = { readonly reference: string; readonly to: string }

type Doing = {
  readonly who: string
  // The links pressed on the case, each with what its page asks.
  readonly actions: readonly { readonly name: string; readonly fill: (page: Page, today: Day) => Promise<void> }[]
  readonly says: string
  readonly seen: string
}

const nothing = async (): Promise<void> => {}

const doings: Readonly<Record<string, Doing>> = {
  housing: {
    who: 'Housing officer 1',
    actions: [
      {
        name: 'Ask for more information',
        fill: async (page) => {
          await page.locator('input[name=pages]').first().check()
          await page.locator('textarea[name=message]').fill('Please check the spelling of your name.')
        },
      },
    ],
    says: 'we need more information',
    seen: 'We need something from you',
  },
  planning: {
    who: 'Planning officer 1',
    actions: [
      { name: 'Start validating', fill: nothing },
      {
        name: 'Make valid',
        fill: async (page, today) => {
          await date(page, 'validOn', today)
          await page.locator('textarea[name=passedOver]').fill('The plans were measured on paper.')
        },
      },
    ],
    says: 'is valid and is being assessed',
    seen: 'An officer is looking at it',
  },
  bookings: {
    who: 'Bookings staff 1',
    actions: [
      {
        name: 'Cancel the appointment',
        fill: async (page) => {
          await page.locator('textarea[name=reason]').fill('The officer is away.')
          await page.locator('input[name=othersMayHaveIt][value=no]').check()
        },
      },
    ],
    says: 'we have had to cancel your appointment',
    seen: 'Cancelled',
  },
}

const date = async (page: Page, field: string, on: Day): Promise<void> => {
  const { date: day, month, year } = datePartsOf(on)
  for (const [part, value] of Object.entries({ day, month, year }))
    await page.locator(`[name="${field}-${part}"]`).fill(String(value))
}

export const actOn = async (
  page: Page,
  looked: Looked,
  {
    staff,
    service,
    reference,
    today,
  }: { readonly staff: string; readonly service: string; readonly reference: string; readonly today: Day },
): Promise<string> => {
  const doing = doings[service]
  if (doing === undefined) throw new Error(`Nothing to do for ${service}`)
  await page.goto(staff)
  await look(page, looked)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('button', { name: doing.who, exact: true }).click()
  await look(page, looked)
  await page.goto(`${staff}/cases`)
  await page.locator(`tbody a[href="/cases/${reference}"]`).click()
  await look(page, looked)
  for (const { name, fill } of doing.actions) {
    await page.getByRole('link', { name: 'Tasks', exact: true }).click()
    await look(page, looked)
    await page.getByRole('link', { name, exact: true }).click()
    await look(page, looked)
    await fill(page, today)
    await page.getByRole('button', { name, exact: true }).click()
    await page.waitForURL(({ pathname }) => pathname === `/cases/${reference}`).catch(() => {})
    if (pathOf(page) !== `/cases/${reference}`)
      throw new Error(`${name} was not taken: ${await page.locator('main').innerText()}`)
    await look(page, looked)
  }
  return doing.says
}

// By the link in the text, the number and the code, in a browser that has never seen it.
export const comeBack = async (
  browser: Browser,
  given: {
    readonly residents: string
    readonly service: string
    readonly sent: Sent
    readonly javaScript: boolean
    readonly code: () => Promise<string>
    // Day, month and year, where the form asks it.
    readonly born: readonly string[]
  },
): Promise<readonly string[]> => {
  const { residents, service, sent, javaScript } = given
  const context = await openWindow(browser, { width: 320, javaScript })
  const page = await context.newPage()
  const looked = await looking(page, browser, javaScript)
  await page.goto(`${residents}/return/${sent.reference}`)
  await look(page, looked)
  await page.locator('input[name=phone]').fill(sent.to.replace('+44', '0'))
  await page.getByRole('button', { name: 'Text me a code' }).click()
  await look(page, looked)
  await page.locator('input[name=code]').fill(await given.code())
  await page.getByRole('button', { name: 'Continue' }).click()
  await look(page, looked)
  await page.locator(`a[href="/my-applications/${sent.reference}"]`).last().click()
  await look(page, looked)
  if (given.born.length > 0) {
    for (const [at, part] of ['day', 'month', 'year'].entries())
      await page.locator(`input[name=bornOn-${part}]`).fill(given.born[at] ?? '')
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.waitForURL(({ pathname }) => pathname === `/my-applications/${sent.reference}`)
    await look(page, looked)
  }
  const words = await page.locator('main').innerText()
  const seen = doings[service]?.seen ?? ''
  await context.close()
  return [...looked.faults, ...(words.includes(seen) ? [] : [`The applicant sees “${words}” and not “${seen}”`])]
}
