// Every question page with a mistake in every question: what a person meets who is least helped already.
import { readFile } from 'node:fs/promises'
import axe from 'axe-core'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { assets } from '#built/assets.mjs'
import { htmlFaults } from '#tests/support/html-faults.ts'
import { citizenSamples } from '#tests/support/people/sample-pages.ts'
import { startBrowser } from '#tests/support/worlds/browser.ts'
import { shownWith, wrongOn } from '#tests/support/worlds/every-page.ts'

let browser: Browser
beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(() => browser.close())

const shown = [
  ...shownWith(wrongOn).map(({ where, html }) => [where, html] as const),
  ...Object.entries(citizenSamples).filter(([name]) => name.startsWith('address')),
]

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const run = `axe.run(document, { runOnly: ${JSON.stringify(tags)}, resultTypes: ['violations'], preload: false }).then(({ violations }) =>
  violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html)))`

it('no page with mistakes fails axe, is wrong HTML, or scrolls sideways on a small phone', async () => {
  const style = await readFile(`.built${assets['citizen.css']}`, 'utf8')
  const page = await browser.newPage({ viewport: { width: 320, height: 900 } })
  await page.route('**/*', (route) => route.abort())
  const faults: string[] = []
  for (const [where, html] of shown) {
    faults.push(...(await htmlFaults(html)).map((fault) => `${where}: ${fault}`))
    await page.setContent(
      html.replace('</head>', () => `<style>${style}</style></head>`),
      { waitUntil: 'domcontentloaded' },
    )
    // The window stays, and what was loaded into it, when its content is set anew.
    if (await page.evaluate<boolean>('typeof axe === "undefined"')) await page.evaluate(axe.source)
    faults.push(...(await page.evaluate<string[]>(run)).map((fault) => `${where}: axe ${fault}`))
    const wide = await page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth')
    if (wide > 0) faults.push(`${where}: scrolls sideways by ${wide} px`)
  }
  expect(faults).toEqual([])
  expect(shown.filter(([, html]) => html.includes('There is a problem')).length).toBeGreaterThan(100)
}, 600_000)
