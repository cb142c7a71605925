// "Exit this page": where it stands, nothing that a browser keeps of the page tells what it asks.
import { describe, expect, it } from 'vitest'
import type { PagesSection } from '#domain/forms/form.ts'
import { services } from '#services/catalogue.ts'
import { addressOf, keyAt } from '#web/citizen/answering/address.ts'
import { pages } from '#web/show/citizen/pages.ts'

// In a title or an address these would tell somebody who looks over a shoulder, or at the history.
const telling =
  /abus|violen|domestic|harass|hate|gang|exploit|refuge|witness|harm|safety|unsafe|danger|threat|perpetrator/i

const sections = services.flatMap(({ id, form }) =>
  form.sections
    .filter((section): section is PagesSection => section.is === 'pages' && section.exit === true)
    .map((section) => ({ id, form, section })),
)

const around = { csrf: 'token', service: { name: 'Apply for social housing', home: '/housing' } }

describe('a section from which somebody may have to leave quickly', () => {
  it('is every section that asks about abuse or other harm', () => {
    const asked = services.flatMap(({ form }) =>
      form.sections.filter((section) => section.pages.some((page) => /abuse|are safe\?|in danger/i.test(page.title))),
    )
    expect(asked.map(({ id }) => id)).toEqual(sections.map(({ section }) => section.id))
  })

  it('has pages whose titles and addresses tell nothing, with mistakes on them too', () => {
    const told = sections.flatMap(({ form, section }) =>
      section.pages.flatMap((page) =>
        [[], [{ field: Object.keys(page.questions)[0] ?? '', words: 'Put this right' }]].flatMap((problems) => {
          const html = pages.question({
            ...{ around: { ...around, exit: true, neutral: true }, page, typed: {}, problems, action: '/x' },
          })
          const title = /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? ''
          return [title, addressOf(form, `${section.id}/${page.id}`)].filter(
            (words) => telling.test(words) || words === '',
          )
        }),
      ),
    )
    expect(told).toEqual([])
  })

  it('has addresses that lead back to its pages, what stands below a page included', () => {
    for (const { form, section } of sections)
      for (const { id } of section.pages)
        for (const end of ['', '/exit', '?change=1']) {
          const key = `${section.id}/${id}`
          const [path = ''] = addressOf(form, `${key}${end}`).split('?')
          expect(keyAt(form, path)).toBe(`${key}${end.startsWith('/') ? end : ''}`)
        }
  })

  it('has a button to leave that needs no script, and a link to it right after the one that skips to the content', () => {
    for (const { section } of sections)
      for (const page of section.pages) {
        const html = pages.question({
          ...{ around: { ...around, exit: true, neutral: true }, page, typed: {}, problems: [], action: '/x' },
        })
        expect(html.match(/<a href="\/leave"|href="\/leave"/g)?.length).toBe(2)
        const links = [...html.matchAll(/<a [^>]*href="([^"]+)"/g)].map(([, href]) => href)
        expect(links.slice(0, 2)).toEqual(['#main-content', '/leave'])
      }
  })
})
