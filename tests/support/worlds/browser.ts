// The browser that comes inside an npm package, driven by Playwright: nothing is downloaded.
import chromium from '@sparticuz/chromium'
import { type Browser, type BrowserContext, chromium as playwright } from 'playwright-core'
import { ownDate } from '#infra/local/own-date.ts'

// Under `npm run test:dates` a browser keeps the machine's date. No script of ours reads a date.
export const startBrowser = async (): Promise<Browser> =>
  playwright.launch({
    executablePath: await chromium.executablePath(),
    args: [...chromium.args.filter((flag) => !flag.startsWith('--single-process')), ...quiet],
    headless: true,
    env: ownDate(),
  })

// A browser that asks nothing of the internet.
const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run']

export type Window = { readonly width: 320 | 1280; readonly javaScript: boolean }

export const openWindow = (browser: Browser, { width, javaScript }: Window): Promise<BrowserContext> =>
  browser.newContext({
    viewport: { width, height: width === 320 ? 640 : 900 },
    javaScriptEnabled: javaScript,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
  })
