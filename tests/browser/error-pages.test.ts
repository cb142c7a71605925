// Every question page with a mistake in every question: what a person meets who is least helped already.
import { readFile } from 'node:fs/promises'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { assets } from '#built/assets.mjs'
import { htmlFaults } from '#tests/support/html-faults.ts'
import { longLists } from '#tests/support/people/long-lists.ts'
import { publicMeasuresSamples, staffMeasuresSamples } from '#tests/support/people/measures-samples.ts'
import { citizenSamples } from '#tests/support/people/sample-pages.ts'
import { walkedPages } from '#tests/support/walked-pages.ts'
import { startBrowser } from '#tests/support/worlds/browser.ts'
import { shownWith, wrongOn } from '#tests/support/worlds/every-page.ts'
import { axe } from './hands.ts'

let browser: Browser
beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(() => browser.close())

const shown = [
  ...shownWith(wrongOn).map(({ where, html }) => [where, html] as const),
  ...Object.entries(citizenSamples).filter(([name]) => name.startsWith('address')),
]

const around = { user: { name: 'A manager', role: 'Team manager' }, csrf: 'token' }

// Without JavaScript, as here, the menu stands open.
const desk = { user: { name: 'Planning team manager', role: 'Team manager', turnsSwitches: true }, csrf: 'token' }

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const run = (within: string) =>
  `axe.run(${within}, { runOnly: ${JSON.stringify(tags)}, resultTypes: ['violations'], preload: false }).then(({ violations }) =>
  violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html)))`

it('no page with mistakes fails axe, is wrong HTML, or scrolls sideways on a small phone', async () => {
  for (const [where, html] of shown) expect([where, await htmlFaults(html)]).toEqual([where, []])
  expect(await faultsOf(shown, 'citizen.css', { within: 'document' })).toEqual([])
  expect(shown.filter(([, html]) => html.includes('There is a problem')).length).toBeGreaterThan(100)
}, 600_000)

// Each is valid HTML by the unit test of every page; what stands around them is looked at above.
it('no page of figures and no long list of staff fails axe, scrolls sideways on a small phone, or is longer there than a person scrolls', async () => {
  const [open, staff] = [Object.entries(publicMeasuresSamples), Object.entries(staffMeasuresSamples(around))]
  const lists = Object.entries(longLists(desk))
  expect([open.length > 10, staff.length > 20, lists.length > 3]).toEqual([true, true, true])
  const faults = [
    ...(await faultsOf(open, 'citizen.css', { within: '"main"', tallest: 4000 })),
    ...(await faultsOf([...staff, ...lists], 'staff.css', { within: '"main"', tallest: 4000 })),
  ]
  expect(faults).toEqual([])
}, 600_000)

// The tallest are among the longest: the others are not laid out.
it('no page of any applicant is longer than a person scrolls on a small phone without JavaScript, all that it may ask open', async () => {
  const style = await readFile(`.built${assets['citizen.css']}`, 'utf8')
  const page = await browser.newPage({ viewport: { width: 320, height: 900 }, javaScriptEnabled: false })
  await page.route('**/*', (route) => route.abort())
  const long = new Map(walkedPages().flatMap(([where, html]) => (html.length > 13_000 ? [[html, where]] : [])))
  const heights: (readonly [string, number])[] = []
  for (const [html, where] of long) {
    await page.setContent(
      html.replace('</head>', () => `<style>${style}</style></head>`),
      { waitUntil: 'domcontentloaded' },
    )
    heights.push([where, await page.evaluate<number>('document.documentElement.scrollHeight')])
  }
  await page.close()
  expect(heights.length).toBeGreaterThan(30)
  expect(heights.filter(([, height]) => height > 4000)).toEqual([])
}, 120_000)

// Of each picture: what of it cannot be seen in the colours of the page, whether an open dot is filled, and where its
// table is.
const seenOf = `(() => {
  const of = (one) => getComputedStyle(one)
  const ground = of(document.body).backgroundColor
  const text = of(document.body).color
  return [...document.querySelectorAll('.app-figure')].map((figure) => {
    const all = (selector) => [...figure.querySelectorAll(selector)]
    const [chart, rows] = [figure.querySelector('svg'), figure.querySelector('.app-figure__rows')].map((one) => one.getBoundingClientRect())
    return {
      unseen: [
        ...all('.app-chart__line, .app-chart__dot, .app-chart__break, .app-chart__grid').filter((one) => of(one).stroke === ground),
        ...all('.app-chart__text').filter((one) => of(one).fill === ground),
      ].map((one) => one.outerHTML),
      others: all('.app-chart__line, .app-chart__break').filter((one) => of(one).stroke !== text).length,
      filled: all('.app-chart__dot--open').filter((one) => of(one).fill !== ground).length,
      open: all('.app-chart__dot--open').length,
      beside: rows.left >= chart.right && rows.top < chart.bottom,
      shown: rows.height > 40 && rows.width > 200 && chart.width > 200 && chart.right <= innerWidth && rows.right <= innerWidth,
    }
  })
})()`

type Seen = Readonly<Record<'unseen', readonly string[]>> &
  Readonly<Record<'others' | 'filled' | 'open', number>> &
  Readonly<Record<'beside' | 'shown', boolean>>

// The public's pages and those of staff: each with its own style sheet.
const pictured = [
  { sheet: 'citizen.css', samples: publicMeasuresSamples, least: 8 },
  { sheet: 'staff.css', samples: staffMeasuresSamples(around), least: 8 },
] as const

it.each(pictured.flatMap((of) => [320, 1280].map((width) => ({ ...of, width }))))(
  'every picture of figures is seen in a person’s own colours at $width px, with its table open beside it ($sheet)',
  async ({ sheet, samples, least, width }) => {
    const style = await readFile(`.built${assets[sheet]}`, 'utf8')
    const page = await browser.newPage({ viewport: { width, height: 900 }, forcedColors: 'active' })
    await page.route('**/*', (route) => route.abort())
    let [pictures, open] = [0, 0]
    for (const [where, html] of Object.entries(samples).filter(([, all]) => all.includes('<svg class="app-chart'))) {
      await page.setContent(
        html.replace('</head>', () => `<style>${style}</style></head>`),
        { waitUntil: 'domcontentloaded' },
      )
      for (const { beside, ...seen } of await page.evaluate<readonly Seen[]>(seenOf)) {
        expect([where, { ...seen, open: 0 }]).toEqual([
          where,
          { unseen: [], others: 0, filled: 0, open: 0, shown: true },
        ])
        expect([where, beside]).toEqual([where, width > 641])
        pictures += 1
        open += seen.open
      }
    }
    await page.close()
    expect([pictures > least, open > 0]).toEqual([true, true])
  },
  120_000,
)

// Rows of a table and dots of a line are alike: axe looks at the first of them.
const fewerRows = `document.querySelectorAll('tbody tr:nth-child(n+4), circle:nth-of-type(n+3)').forEach((one) => one.remove())`

type Looked = { readonly within: string; readonly tallest?: number }

const faultsOf = async (
  some: readonly (readonly [string, string])[],
  sheet: 'citizen.css' | 'staff.css',
  { within, tallest = Number.POSITIVE_INFINITY }: Looked,
): Promise<readonly string[]> => {
  const style = await readFile(`.built${assets[sheet]}`, 'utf8')
  const page = await browser.newPage({ viewport: { width: 320, height: 900 } })
  await page.route('**/*', (route) => route.abort())
  const faults: string[] = []
  for (const [where, html] of some) {
    await page.setContent(
      html.replace('</head>', () => `<style>${style}</style></head>`),
      { waitUntil: 'domcontentloaded' },
    )
    const wide = await page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth')
    if (wide > 0) faults.push(`${where}: scrolls sideways by ${wide} px`)
    const tall = await page.evaluate<number>('document.documentElement.scrollHeight')
    if (tall > tallest) faults.push(`${where}: is ${tall} px tall`)
    // The window stays, and what was loaded into it, when its content is set anew.
    if (await page.evaluate<boolean>('typeof axe === "undefined"')) await page.evaluate(axe)
    if (within !== 'document') await page.evaluate(fewerRows)
    faults.push(...(await page.evaluate<string[]>(run(within))).map((fault) => `${where}: axe ${fault}`))
  }
  await page.close()
  return faults
}
