// Every page of the product with plausible contents: valid HTML, one h1, a title that ends with the council's name, and nothing typed as markup.
import { describe, expect, it } from 'vitest'
import { htmlFaults } from '#tests/support/html-faults.ts'
import { citizenSamples, staffSamples } from '#tests/support/people/sample-pages.ts'

describe.each([
  ['residents', citizenSamples],
  ['staff', staffSamples],
])('pages of %s', (_side, samples) => {
  it.each(Object.entries(samples))('%s', async (_name, html) => {
    expect(await htmlFaults(html)).toEqual([])
    expect(html.match(/<h1/g)?.length).toBe(1)
    expect(html).toMatch(/<title>[^<]+ - Dorset Council<\/title>/)
    expect(html).not.toMatch(/undefined|\[object Object\]|<b>|<script>alert/)
  })
})
