// The browser that comes inside an npm package, driven by Playwright: nothing is downloaded.
import chromium from '@sparticuz/chromium'
import { type Browser, type BrowserContext, chromium as playwright } from 'playwright-core'
import { ownDate } from '#infra/local/own-date.ts'

// Under `npm run test:dates` a browser keeps the machine's date. No script of ours reads a date.
export const startBrowser = async (): Promise<Browser> =>
  playwright.launch({
    executablePath: await chromium.executablePath(),
    args: [...chromium.args.filter((flag) => !unwanted.test(flag)), ...quiet],
    headless: true,
    env: ownDate(),
  })

// One process for all could end with one page. Drawing by a pretended graphics card takes a tenth of a walk's processor time.
const unwanted = /^--(single-process|use-gl|use-angle|enable-unsafe-swiftshader|ignore-gpu-blocklist|in-process-gpu)/

// A browser that asks nothing of the internet, and has no graphics card.
const quiet = [
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]

export type Window = { readonly width: 320 | 1280; readonly javaScript: boolean }

export const openWindow = (browser: Browser, { width, javaScript }: Window): Promise<BrowserContext> =>
  browser.newContext({
    viewport: { width, height: width === 320 ? 640 : 900 },
    javaScriptEnabled: javaScript,
    // A phone is touched.
    hasTouch: width === 320,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
  })
