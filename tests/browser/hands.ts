// A persona's hands in a real browser: fills in what a page asks, presses what a person would press, and looks at every page passed.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, Page } from 'playwright-core'
import type { Typed } from '#domain/forms/kind.ts'
import { htmlFaults } from '#tests/support/html-faults.ts'
import type { Persona, PersonaPage, PersonaStep } from '#tests/support/people/personas.ts'
import * as sample from '#tests/support/sample-files.ts'
import { openWindow } from '#tests/support/worlds/browser.ts'
import { pagePath } from '#tests/support/worlds/page-path.ts'

// What is wrong with the pages that were passed, in words; empty when all are well.
export type Looked = {
  readonly faults: string[]
  readonly seen: Set<string>
  readonly mirror: Page | undefined
  source: () => Promise<string>
}

// Remembers what the server sent for the page that is shown: the browser mends HTML, so its own tree would tell less.
// axe is a script: a page without JavaScript is looked at in a mirror that shows the same HTML and runs none of its scripts.
export const looking = async (page: Page, browser: Browser, javaScript: boolean): Promise<Looked> => {
  const mirror = javaScript ? undefined : await (await openWindow(browser, { width: 320, javaScript: true })).newPage()
  await mirror?.route('**/*.js', (route) => route.abort())
  await (mirror ?? page).addInitScript({ content: axe })
  const looked: Looked = { faults: [], seen: new Set(), mirror, source: async () => '' }
  // Of the page, not of a document that it shows in a frame.
  page.on('response', (response) => {
    if (response.frame() === page.mainFrame() && response.request().isNavigationRequest() && response.status() !== 303)
      looked.source = () => response.text()
  })
  return looked
}

// The minified file, which the browser keeps: the package's own `source` is 1.3 MB, and took half as long to send as a page to look at.
export const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

// Once for each address and heading: valid HTML, no axe violation, one h1, no sideways scrolling. What the server sends is the same with
// JavaScript and without: who walks without has it looked at where scripts would make another page of it.
export const look = async (page: Page, looked: Looked): Promise<void> => {
  const title = await page.title()
  const where = `${pathOf(page)} (${title})`
  if (looked.seen.has(where)) return
  looked.seen.add(where)
  const source = await looked.source()
  const faults = [...(await shapeFaults(page)), ...(await axeFaults(page, source, looked))]
  const valid = looked.mirror !== undefined && !otherWithoutScripts.test(source) ? [] : await htmlFaults(source)
  looked.faults.push(...valid, ...faults.map((fault) => `${where}: ${fault}`))
}

// What scripts make another page of: fields that stand open without them, files that are sent one at a time, counted letters, a map. All other
// pages are the same to axe with JavaScript and without, and it has them with; a mistake in every question, without, is in error-pages.test.ts.
const otherWithoutScripts = /__conditional|type="file"|govuk-character-count|app-map/

const axeFaults = async (page: Page, source: string, { mirror }: Looked): Promise<readonly string[]> => {
  if (mirror !== undefined && !otherWithoutScripts.test(source)) return []
  const shown = mirror === undefined ? page : await mirrored(mirror, page.url(), source)
  const violations = await shown.evaluate<{ readonly id: string; readonly html: string }[]>(runAxe)
  return violations.map(({ id, html }) => `axe ${id}: ${html}`)
}

const mirrored = async (mirror: Page, url: string, source: string): Promise<Page> => {
  await mirror.route(url, (route) => route.fulfill({ body: source, contentType: 'text/html; charset=utf-8' }))
  await mirror.goto(url)
  await mirror.unroute(url)
  return mirror
}

const shapeFaults = async (page: Page): Promise<readonly string[]> => {
  const [headings = 0, width = 0] = await page.evaluate<number[]>(
    '[document.querySelectorAll("h1").length, document.documentElement.scrollWidth - window.innerWidth]',
  )
  return [...(headings === 1 ? [] : [`${headings} h1`]), ...(width > 0 ? [`scrolls sideways by ${width} px`] : [])]
}

// Only what is wrong is worked out and brought back: half the time of a whole report.
const runAxe = `axe.run(document, ${JSON.stringify({
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  resultTypes: ['violations'],
  preload: false,
})}).then(({ violations }) => violations.map(({ id, nodes }) => ({ id, html: nodes[0]?.html })))`

// From "Start now" to check your answers, with each mistake on the way.
export const walk = async (page: Page, persona: Persona, looked: Looked): Promise<void> => {
  for (const step of persona.steps) {
    await standAt(page, persona.service, step.key)
    await look(page, looked)
    for (const mistake of step.mistakes) {
      await fill(page, mistake.typed)
      if (!(await isEntered(page, mistake.typed))) continue
      await proceed(page)
      for (const words of Object.values(mistake.problems)) await expectWords(page, words, step.key)
      await look(page, looked)
    }
    await give(page, step, looked)
  }
}

// A person gets there by the task list, or stands there already.
const standAt = async (page: Page, service: string, key: string): Promise<void> => {
  const [wanted, tasks] = [pagePath(service, key), `/${service}/tasks`]
  // A click may come back before the page that it led to.
  await page.waitForURL(({ pathname }) => pathname === wanted || pathname === tasks).catch(() => {})
  if (pathOf(page) === wanted) return
  if (pathOf(page) === tasks)
    await page
      .locator(`a[href^="/${service}/${wanted.split('/')[2]}"]`)
      .first()
      .click()
  await page.waitForURL(({ pathname }) => pathname === wanted).catch(() => {})
  if (pathOf(page) !== wanted) throw new Error(`The product shows ${pathOf(page)} where the persona answers ${wanted}`)
}

const give = async (page: Page, step: PersonaStep, looked: Looked): Promise<void> => {
  if (step.is === 'list') {
    await fill(page, { another: [step.another] })
    return proceed(page)
  }
  const at = pathOf(page)
  if (step.upload !== undefined) await attach(page, step.upload)
  if (pathOf(page) !== at) return
  await fill(page, step.typed)
  await proceed(page)
  if (step.exit !== undefined) await pass(page, step, looked)
}

const pass = async (page: Page, step: PersonaPage, looked: Looked): Promise<void> => {
  if (!pathOf(page).endsWith('/exit')) throw new Error(`No exit after ${step.key}`)
  await look(page, looked)
  if (step.exit?.continues === true) await page.getByRole('button', { name: 'Continue anyway' }).click()
}

// A one-page PDF, as small as one can be.
const plan = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
)

export const attach = async (page: Page, name: string): Promise<void> => {
  const file = name.endsWith('.heic')
    ? { name, mimeType: 'image/heic', buffer: sample.photo() }
    : { name: name.endsWith('.pdf') ? name : `${name}.pdf`, mimeType: 'application/pdf', buffer: plan }
  const at = pathOf(page)
  await page.locator('input[type=file]').setInputFiles(file)
  await proceed(page)
  // Without JavaScript the page comes back with its list; with it, whoever may add no more goes on.
  await page.waitForURL(({ pathname, search }) => pathname !== at || search.includes('sent='))
  if (pathOf(page) === at) await arrived(page)
}

// As the page says: see if the check is done.
const arrived = async (page: Page, left = 50): Promise<void> => {
  const again = page.getByRole('link', { name: 'See if the check is done' })
  if (left === 0 || (await again.count()) === 0) return
  await page.waitForTimeout(100)
  await again.click()
  await arrived(page, left - 1)
}

// Choices first: with JavaScript they bring up the fields beneath them.
const fill = async (page: Page, typed: Typed): Promise<void> => {
  if (Object.keys(typed).some((name) => /-(line1|postcode)$/.test(name))) await byHand(page)
  for (const [name, values] of Object.entries(typed)) await choose(page, name, values)
  for (const [name, values] of Object.entries(typed)) await write(page, name, values[0] ?? '')
}

// Some mistakes cannot be made here: a day that is not offered, or “none” beside another box where JavaScript clears it.
const isEntered = async (page: Page, typed: Typed): Promise<boolean> => {
  const picked = await page.evaluate<[string, string][]>(
    '[...document.querySelectorAll("main :is([type=radio],[type=checkbox]):checked")].map(({ name, value }) => [name, value])',
  )
  const choices = await page.evaluate<string[]>(
    '[...document.querySelectorAll("main :is([type=radio],[type=checkbox])")].map(({ name }) => name)',
  )
  return [...new Set(choices)].every((name) => {
    const now = picked.filter(([one]) => one === name).map(([, value]) => value)
    const wanted = (typed[name] ?? []).filter((value) => value !== '')
    return now.length === wanted.length && wanted.every((value) => now.includes(value))
  })
}

const byHand = async (page: Page): Promise<void> => {
  const link = page.getByRole('link', { name: /address manually/ })
  if ((await link.count()) > 0) await link.first().click()
}

const choose = async (page: Page, name: string, values: readonly string[]): Promise<void> => {
  const selector = `input[name="${name}"]:is([type=radio],[type=checkbox])`
  const boxes = page.locator(selector)
  const shown = await page.evaluate<Box[]>(
    `[...document.querySelectorAll(${JSON.stringify(selector)})].map(({ type, value, checked }) => ({ type, value, checked }))`,
  )
  for (const [index, { type, value, checked }] of shown.entries()) {
    const wanted = values.includes(value) || (values[0] === 'first' && index === 0)
    if (wanted && !checked) await boxes.nth(index).check()
    if (!wanted && checked && type === 'checkbox') await boxes.nth(index).uncheck()
  }
}

type Box = { readonly type: string; readonly value: string; readonly checked: boolean }

const write = async (page: Page, name: string, value: string): Promise<void> => {
  const field = page.locator(
    `:is(input:not([type=radio]):not([type=checkbox]):not([type=hidden]):not([type=file]),textarea)[name="${name}"]`,
  )
  if ((await field.count()) > 0) await field.first().fill(value)
}

export const proceed = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Continue', exact: true }).click()
}

const expectWords = async (page: Page, words: string, key: string): Promise<void> => {
  const summary = await page.locator('.govuk-error-summary').innerText()
  if (!summary.includes(words)) throw new Error(`At ${key} the summary says “${summary}” and not “${words}”`)
}

export const pathOf = (page: Page): string => new URL(page.url()).pathname
