// Words that come from a form's author, not from a person: shown as they stand, whatever they are. Forms are code here and no builder makes
// them, yet one that did could not get markup onto a page (docs/guarantees.md, "Hostile inputs", H7 and H79).
import { expect, it } from 'vitest'
import * as ask from '#domain/forms/ask.ts'
import { page } from '#domain/forms/form.ts'
import { around } from '#tests/support/people/sample-pages.ts'
import { pages } from '#web/show/citizen/pages.ts'

const evil =
  '</title><script>alert(1)</script><img src=x onerror=alert(1)> [a link](https://evil.example) <a href="javascript:alert(1)">b</a>'

const everywhere = page(
  'evil',
  evil,
  {
    q: ask.text(evil, { hint: evil, example: 'x' }),
    which: ask.choice(
      evil,
      { a: ask.option(evil, evil), b: ask.reveal(evil, { more: ask.text(evil) }) },
      { label: evil, hint: evil },
    ),
    agreed: ask.declaration(evil, evil),
  },
  { guidance: [evil, evil], details: { summary: evil, text: [evil] } },
)

it('a title, label, hint, option, guidance or details with markup is text, in the page’s title too (H7, H79)', () => {
  const around_ = { ...around, service: { name: evil, home: '/housing' } }
  for (const problems of [[], [{ field: 'q', words: evil }]]) {
    const html = pages.question({
      around: around_,
      page: everywhere,
      typed: {},
      problems,
      action: '/housing/x',
      mayLeave: true,
      caption: evil,
    })
    expect(html).not.toMatch(/<script>alert|<img src=x|<a [^>]*(evil|javascript)|<\/title><script/)
    expect(html.match(/&lt;script&gt;alert\(1\)/g)?.length).toBeGreaterThan(9)
    expect(/<title>([^<]*)<\/title>/.exec(html)?.[1]).toContain('alert(1)')
  }
})
