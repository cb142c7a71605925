// Every page of the product with plausible contents: valid HTML, one h1, a title that ends with the council's name, and nothing typed as markup.
import { FileSystemConfigLoader, HtmlValidate } from 'html-validate'
import { describe, expect, it } from 'vitest'
import { citizenSamples, staffSamples } from '#tests/support/people/sample-pages.ts'

const validator = new HtmlValidate(new FileSystemConfigLoader())

describe.each([
  ['residents', citizenSamples],
  ['staff', staffSamples],
])('pages of %s', (_side, samples) => {
  it.each(Object.entries(samples))('%s', async (_name, html) => {
    const { results } = await validator.validateString(html, 'page.html')
    expect(results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`))).toEqual(
      [],
    )
    expect(html.match(/<h1/g)?.length).toBe(1)
    expect(html).toMatch(/<title>[^<]+ - Dorset Council<\/title>/)
    expect(html).not.toMatch(/undefined|\[object Object\]|<b>|<script>alert/)
  })
})
