// What somebody can do with what they sent, on a narrow phone, with JavaScript and without: each page is looked at, and nothing scrolls sideways.
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { look } from './hands.ts'
import { product } from './product.ts'

const here = product(3830)

const textOf = (page: Page): Promise<string> => page.locator('body').innerText()
const press = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('button', { name }).first().click()
const follow = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('link', { name }).first().click()

describe.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
] as const)('%s', (_how, javaScript) => {
  it('somebody sees where it stands, sends a document, writes, tells of a change, keeps a copy and withdraws', async () => {
    const { page, looked } = await here().open(320, javaScript)
    const seen = async (words: string): Promise<void> => {
      expect(await textOf(page)).toContain(words)
      await look(page, looked)
    }
    const { residents } = here().host
    await here().goOnAs(await here().answered('housing-young-parent'), page)
    await page.goto(`${residents}/housing/declaration`)
    await page.locator('input[name=agree]').check()
    await press(page, /Agree and send/)
    await page.goto(`${residents}/my-applications`)
    await seen('We have it')
    await follow(page, /Your housing application/)
    await seen('An officer will check your answers and documents.')
    const own = page.url()

    await press(page, /Send this.*proof of identity/)
    await seen('Upload the document')
    await page.goto(own)

    await follow(page, 'Write to us about this')
    await press(page, 'Send message')
    await seen('Enter your message')
    await page.locator('textarea[name=message]').fill('When do I hear?')
    await press(page, 'Send message')
    await seen('When do I hear?')

    await follow(page, 'Tell us that something has changed')
    await press(page, 'Continue')
    await seen('Select what has changed')
    await page.locator('input[value=money]').check()
    await press(page, 'Continue')
    await seen('Check your answers')
    await page.goto(`${residents}/housing/money/savings?change=1`)
    await page.locator('input[name=savings]').fill('1234')
    await press(page, 'Continue')
    await press(page, 'Continue')
    await seen('What it may do')
    await press(page, 'Send')
    await seen('Select that you agree before you send')
    await page.locator('input[name=agree]').check()
    await press(page, 'Send')
    await seen('Your change is sent')

    await page.goto(own)
    await follow(page, /print or keep all your answers/)
    await seen('£1,234')
    await page.goto(`${own}/my-data`)
    await seen('What we hold about this application')
    await page.goto(`${own}/contact`)
    await seen('Change how we contact you')
    await page.goto(`${residents}/my-applications`)
    await follow(page, /Delete/)
    await seen('Delete your answers?')
    await press(page, /Yes, delete/)
    await page.goto(own)
    await follow(page, 'Withdraw your application')
    await seen('Are you sure you want to withdraw your application?')
    await press(page, /Yes, withdraw/)
    await seen('Withdrawn by you')
    expect(looked.faults).toEqual([])
  }, 90_000)
})
