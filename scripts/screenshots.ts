// `npm run screenshots`: the pictures in the README, taken from the running product with demonstration data, into docs/screenshots/.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { type Host, startHost } from '#infra/local/host.ts'
import { personasNow } from '#tests/support/people/personas.ts'
import { openWindow, startBrowser, type Window } from '#tests/support/worlds/browser.ts'

const folder = 'docs/screenshots'
const directory = mkdtempSync(join(tmpdir(), 'guildhall-screenshots-'))

type Shot = {
  readonly name: string
  readonly width: Window['width']
  readonly reach: (page: Page, host: Host) => Promise<void>
}

const started = async (page: Page, host: Host, service: string): Promise<void> => {
  await page.goto(`${host.residents}/${service}`)
  await page.getByRole('button', { name: 'Start now' }).click()
}

const signedIn = async (page: Page, host: Host, who: string): Promise<void> => {
  await page.goto(host.staff)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('button', { name: who, exact: true }).click()
  await page.getByRole('link', { name: 'Team', exact: true }).click()
}

const shots: readonly Shot[] = [
  { name: 'home', width: 320, reach: async (page, host) => void (await page.goto(host.residents)) },
  { name: 'start', width: 1280, reach: async (page, host) => void (await page.goto(`${host.residents}/housing`)) },
  { name: 'tasks', width: 320, reach: (page, host) => started(page, host, 'housing') },
  {
    name: 'question',
    width: 320,
    reach: async (page, host) => {
      await started(page, host, 'bookings')
      await page.getByRole('button', { name: 'Continue' }).click()
    },
  },
  { name: 'worklist', width: 1280, reach: (page, host) => signedIn(page, host, 'Housing team manager') },
  {
    name: 'case',
    width: 1280,
    reach: async (page, host) => {
      await signedIn(page, host, 'Housing team manager')
      await page.locator('tbody a').nth(2).click()
    },
  },
  {
    name: 'texts',
    width: 320,
    reach: async (page, host) => {
      await page.goto(host.tools)
      await page.waitForTimeout(2500)
      await page.reload()
    },
  },
]

const take = async (browser: Browser, host: Host, { name, width, reach }: Shot): Promise<void> => {
  const context = await openWindow(browser, { width, javaScript: true })
  const page = await context.newPage()
  await reach(page, host)
  // As much as fits a page of the README.
  await page.setViewportSize({ width, height: width === 320 ? 720 : 1100 })
  await page.screenshot({ path: join(folder, `${name}-${width}.png`) })
  await context.close()
}

mkdirSync(folder, { recursive: true })
const host = await startHost({
  port: 3740,
  directory,
  secretKey: Buffer.alloc(32, 3).toString('base64'),
  built: false,
  seed: true,
  now: personasNow,
})
const browser = await startBrowser()
for (const shot of shots) await take(browser, host, shot)
await browser.close()
await host.close()
rmSync(directory, { recursive: true, force: true })
console.log(`${shots.length} pictures in ${folder}`)
