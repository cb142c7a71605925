import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as sample from '#tests/support/sample-files.ts'
import { openWindow, startBrowser } from '#tests/support/worlds/browser.ts'
import { startUploadWorld, type UploadWorld } from '#tests/support/worlds/upload-world.ts'
import { type Looked, look, looking } from './hands.ts'

let here: UploadWorld
let browser: Browser
beforeAll(async () => {
  here = await startUploadWorld()
  await here.openPages()
  browser = await startBrowser()
})
afterAll(async () => {
  await browser.close()
  await here.close()
})

const file = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/octet-stream', buffer })

const opened: BrowserContext[] = []

const atPayslips = async (javaScript: boolean): Promise<{ readonly page: Page; readonly looked: Looked }> => {
  const context = await openWindow(browser, { width: 320, javaScript })
  opened.push(context)
  const page = await context.newPage()
  const looked = await looking(page, browser, javaScript)
  await page.goto(`${here.origin}/planning`)
  await page.getByRole('button', { name: 'Start now' }).click()
  await page.getByLabel('What is your name?').fill('Sample Person')
  await page.getByRole('button', { name: 'Continue', exact: true }).click()
  return { page, looked }
}

// By name.
const states = async (page: Page): Promise<readonly string[]> => {
  const rows = page.locator('[data-files] .govuk-summary-list__row')
  const words = await rows.evaluateAll((all) =>
    all.map((row) => `${row.children[0]?.textContent}: ${row.children[1]?.textContent?.trim()}`),
  )
  return words.toSorted()
}

// Where a file is there already, from “Add another file”.
const add = async (page: Page, ...files: ReturnType<typeof file>[]): Promise<void> => {
  const more = page.getByRole('link', { name: 'Add another file' })
  if ((await more.count()) > 0) await more.click()
  await page.locator('input[type=file]').setInputFiles(files)
  await goOn(page)
}

const goOn = (page: Page): Promise<void> => page.getByRole('button', { name: 'Continue', exact: true }).click()

describe('files in a browser', () => {
  it('without JavaScript: a chosen file goes with the button, and what is wrong is said on a page of ours', async () => {
    const { page, looked } = await atPayslips(false)
    await look(page, looked)
    // While a file is chosen there is one button, and it takes the file along.
    expect(await page.locator('main :is([data-uploads], #answers) button').allInnerTexts()).toEqual(['Continue'])
    // Whoever has chosen none is told at once, beside the field: nothing is sent, and no check is waited for.
    const at = page.url()
    const asked = page.locator('.govuk-error-message')
    expect(await asked.isVisible()).toBe(false)
    await goOn(page)
    await asked.waitFor()
    expect([await asked.innerText(), page.url()]).toEqual([expect.stringContaining('Select a file'), at])
    expect(await page.getByText('Checking').count()).toBe(0)
    await add(page, file('one.pdf', sample.pdf()))
    await here.files.settled()
    await page.reload()
    expect(await states(page)).toEqual(['one.pdf: Uploaded'])
    expect(await page.locator('input[type=file]').count()).toBe(0)
    await look(page, looked)
    await add(page, file('virus.pdf', sample.eicar()))
    await here.files.settled()
    await page.reload()
    expect(await states(page)).toEqual([
      'one.pdf: Uploaded',
      'virus.pdf: Not accepted The selected file contains a virus',
    ])
    await look(page, looked)
    await page.getByRole('button', { name: 'Remove virus.pdf' }).click()
    expect(await states(page)).toEqual(['one.pdf: Uploaded'])
    await goOn(page)
    expect(new URL(page.url()).pathname).toBe('/planning/plans')
    expect(looked.faults).toEqual([])
  })

  it('with JavaScript: several at once, told to a screen reader, and what is wrong beside each', async () => {
    const { page, looked } = await atPayslips(true)
    await page.evaluate('window.stays = true')
    // The page's script makes it take several, once it has run.
    await page.locator('input[type=file][multiple]').waitFor()
    await add(page, file('one.pdf', sample.pdf()), file('empty.pdf', Buffer.alloc(0)))
    await page.getByText('The selected file is empty').waitFor()
    await page.getByRole('status').filter({ hasText: 'one.pdf: Uploaded.' }).waitFor()
    await look(page, looked)
    await page
      .locator('input[type=file]')
      .setInputFiles([
        file('two.png', sample.png()),
        file('virus.pdf', sample.eicar()),
        file('three.pdf', sample.pdf()),
      ])
    await goOn(page)
    await page.getByText('You can only add 2 more files').waitFor()
    await page.getByText('Not accepted', { exact: true }).waitFor()
    expect(await states(page)).toEqual([
      'one.pdf: Uploaded',
      'two.png: Uploaded',
      'virus.pdf: Not accepted The selected file contains a virus',
    ])
    expect(await page.evaluate('window.stays')).toBe(true)
    expect(looked.faults).toEqual([])
  })

  it('with JavaScript: Continue takes a chosen file along, shows the list, and goes on from there', async () => {
    const { page } = await atPayslips(true)
    await page.locator('input[type=file][multiple]').waitFor()
    await add(page, file('chosen.pdf', sample.pdf()))
    await page.waitForURL(/sent=/)
    expect(await states(page)).toEqual([expect.stringMatching(/^chosen\.pdf: (Uploaded|Checking)/)])
    // No more can be added than three: who adds the last goes straight on.
    await add(page, file('two.pdf', sample.pdf()), file('three.pdf', sample.pdf()))
    await page.waitForURL(/\/planning\/plans$/)
  })

  it('with JavaScript: a file that is too large is not sent, and the other answers stand', async () => {
    const { page } = await atPayslips(true)
    // As if 30 MB were 1,000 bytes: sending 30 MB to the browser takes longer than all the rest.
    await page.locator('[data-uploads]').evaluate((uploads) => uploads.setAttribute('data-most-bytes', '1000'))
    await add(page, file('large.pdf', Buffer.alloc(1001)), file('small.pdf', sample.pdf()))
    await page.getByText('The selected file must be smaller than 30MB').waitFor()
    await page.getByText('Uploaded', { exact: true }).waitFor()
    expect(await states(page)).toEqual(['small.pdf: Uploaded'])
    await page.goto(`${here.origin}/planning/you/name`)
    expect(await page.getByLabel('What is your name?').inputValue()).toBe('Sample Person')
  })
})
