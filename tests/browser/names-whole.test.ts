// The tables of a desk at every width: a name is read whole, however much there is to say beside it, and nothing scrolls sideways.
import { readFile } from 'node:fs/promises'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { assets } from '#built/assets.mjs'
import { staffSamples } from '#tests/support/people/sample-pages.ts'
import { startBrowser } from '#tests/support/worlds/browser.ts'

let browser: Browser
beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(() => browser.close())

// Each word of a name that stands on more than one line; then by how much the page is too wide.
const seen = `(() => {
  const broken = [...document.querySelectorAll('td:first-child a')].flatMap((link) => {
    const text = link.firstChild
    return [...text.data.matchAll(/\\S+/g)].flatMap((word) => {
      const range = document.createRange()
      range.setStart(text, word.index)
      range.setEnd(text, word.index + word[0].length)
      return new Set([...range.getClientRects()].map(({ top }) => top)).size > 1 ? [word[0]] : []
    })
  })
  const names = document.querySelectorAll('td:first-child a').length
  return { names, broken, tooWide: document.documentElement.scrollWidth - window.innerWidth }
})()`

it.each(['undelivered', 'worklist'])(
  'shows names whole in %s, from a phone to a wide screen',
  async (name) => {
    const style = await readFile(`.built${assets['staff.css']}`, 'utf8')
    const words = `Dorset Council: see where it stands: https://apply.dorsetcouncil.gov.uk/${'return/'.repeat(20)}`
    const html = (staffSamples[name] ?? '')
      .replaceAll('Sample Person', 'Sample Youngparent')
      .replaceAll('Dorset Council: we have your', words)
    const page = await browser.newPage()
    await page.setContent(html)
    await page.addStyleTag({ content: style })
    for (const width of [320, 641, 769, 1024, 1280]) {
      await page.setViewportSize({ width, height: 900 })
      const { names, ...faults } = await page.evaluate<{ names: number; broken: string[]; tooWide: number }>(seen)
      expect([width, names > 0, faults]).toEqual([width, true, { broken: [], tooWide: 0 }])
    }
  },
  60_000,
)
