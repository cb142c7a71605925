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

const add = async (page: Page, ...files: ReturnType<typeof file>[]): Promise<void> => {
  await page.locator('input[type=file]').setInputFiles(files)
  await page.getByRole('button', { name: 'Upload file' }).click()
}

describe('files in a browser', () => {
  it('without JavaScript: one at a time, with what is wrong said on the page, and taken out again', async () => {
    const { page, looked } = await atPayslips(false)
    await look(page, looked)
    await page.getByRole('button', { name: 'Upload file' }).click()
    await here.files.settled()
    await page.goto(page.url())
    expect(await page.getByRole('alert').textContent()).toContain('Select a file')
    await look(page, looked)
    await add(page, file('one.pdf', sample.pdf()))
    await here.files.settled()
    await page.reload()
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
    await page.getByRole('button', { name: 'Continue', exact: true }).click()
    expect(new URL(page.url()).pathname).toBe('/planning/plans')
    expect(looked.faults).toEqual([])
  })

  it('with JavaScript: several at once, told to a screen reader, without leaving the page', async () => {
    const { page, looked } = await atPayslips(true)
    await page.evaluate('window.stays = true')
    // The page's script makes it take several, once it has run.
    await page.locator('input[type=file][multiple]').waitFor()
    await add(page, file('one.pdf', sample.pdf()), file('two.png', sample.png()), file('virus.pdf', sample.eicar()))
    await page.getByText('Not accepted', { exact: true }).waitFor()
    expect(await states(page)).toEqual([
      'one.pdf: Uploaded',
      'two.png: Uploaded',
      'virus.pdf: Not accepted The selected file contains a virus',
    ])
    await page.getByRole('status').filter({ hasText: 'one.pdf: Uploaded.' }).waitFor()
    await look(page, looked)
    await add(page, file('three.pdf', sample.pdf()), file('four.pdf', sample.pdf()))
    await page.getByText('You can only add 1 more file').waitFor()
    await page.getByText('three.pdf').first().waitFor()
    expect(await page.evaluate('window.stays')).toBe(true)
    await page.getByRole('button', { name: 'Continue', exact: true }).click()
    expect(new URL(page.url()).pathname).toBe('/planning/plans')
    expect(looked.faults).toEqual([])
  })

  it('with JavaScript: Continue takes a file along that was chosen and not uploaded', async () => {
    const { page } = await atPayslips(true)
    await page.locator('input[type=file][multiple]').setInputFiles(file('chosen.pdf', sample.pdf()))
    await page.getByRole('button', { name: 'Continue', exact: true }).click()
    await page.waitForURL(/\/planning\/plans$/)
    await page.goBack()
    expect(await states(page)).toEqual([expect.stringMatching(/^chosen\.pdf: (Uploaded|Checking)/)])
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
