// "Exit this page": where it stands, nothing that a browser keeps of the page tells what it asks.
import { describe, expect, it } from 'vitest'
import type { Form, Page, Section } from '#domain/forms/form.ts'
import { services } from '#services/catalogue.ts'
import { keyAt, pageAddressOf, placeAt } from '#web/citizen/answering/address.ts'
import { pages } from '#web/show/citizen/pages.ts'

// In a title or an address these would tell somebody who looks over a shoulder, or at the history.
const telling =
  /abus|violen|domestic|harass|hate|gang|exploit|refuge|witness|harm|safety|unsafe|danger|threat|perpetrator/i

// A page that says any of these to a person is one on which abuse or other harm may be told.
const harm =
  /abus|violen|harass|hate crime|refuge|not safe|nowhere.{0,4} safe|safe from|be safe|are you safe|stay away from|in danger/i

type Place = { readonly service: string; readonly form: Form; readonly section: Section; readonly page: Page }

const places: readonly Place[] = services.flatMap(({ id, form }) =>
  form.sections.flatMap((section) => section.pages.map((page) => ({ service: id, form, section, page }))),
)

const hasExit = ({ section, page }: Place): boolean =>
  page.exit === true || (section.is === 'pages' && section.exit === true)

const leaving = places.filter(hasExit)
const nameOf = ({ service, section, page }: Place): string => `${service}/${section.id}/${page.id}`
const addressIn = ({ form, section, page }: Place): string =>
  pageAddressOf(form, `${section.id}${section.is === 'many' ? '/1' : ''}/${page.id}`)

// What a page says: its words, and none of its ids and conditions.
const said = (value: unknown): string => {
  if (typeof value === 'string') return value
  if (typeof value !== 'object' || value === null) return ''
  return Object.entries(value)
    .map(([name, inside]) => (unseen.has(name) ? '' : said(inside)))
    .join('\n')
}
const unseen = new Set(['id', 'when', 'theirs', 'for', 'kind', 'exits', 'is'])

const around = { csrf: 'token', service: { name: 'Apply for social housing', home: '/housing' } }

const shown = ({ page }: Place, problems: readonly { readonly field: string; readonly words: string }[] = []): string =>
  pages.question({ around: { ...around, exit: true, neutral: true }, page, typed: {}, problems, action: '/x' })

describe('a page from which somebody may have to leave quickly', () => {
  it('is every page that speaks of abuse or other harm, whatever its section is about', () => {
    const speaks = places.filter(({ page }) => harm.test(said(page)))
    expect(speaks.length).toBeGreaterThan(15)
    expect(speaks.filter((place) => !hasExit(place)).map(nameOf)).toEqual([])
  })

  it('is every page on which somebody may write why they left, sold or cannot stay', () => {
    const names = new Set(leaving.map(nameOf))
    const asked = ['money/property', 'current-home/owned-home', 'local-connection/connections']
    const more = ['local-connection/work', 'behaviour/arrears', 'behaviour/arrears-details']
    expect([...asked, ...more].filter((key) => !names.has(`housing/${key}`))).toEqual([])
  })

  it('has a title and an address that tell nothing, with mistakes on it too', () => {
    const told = leaving.flatMap((place) =>
      [[], [{ field: Object.keys(place.page.questions)[0] ?? '', words: 'Put this right' }]].flatMap((problems) => {
        const title = /<title>([^<]*)<\/title>/.exec(shown(place, problems))?.[1] ?? ''
        return [title, addressIn(place)].filter((words) => telling.test(words) || words === '')
      }),
    )
    expect(told).toEqual([])
  })

  it('has an address that leads back to it, what stands below it included', () => {
    for (const place of leaving)
      for (const end of ['', '/exit', '?change=1']) {
        const key = `${place.section.id}${place.section.is === 'many' ? '/1' : ''}/${place.page.id}`
        const [path = ''] = pageAddressOf(place.form, `${key}${end}`).split('?')
        expect(keyAt(place.form, path)).toBe(`${key}${end.startsWith('/') ? end : ''}`)
        expect(placeAt(place.form, path).page).toBe(place.page)
      }
  })

  it('has a button to leave that needs no script, and a link to it right after the one that skips to the content', () => {
    for (const place of leaving) {
      const html = shown(place)
      expect(html.match(/<a href="\/leave"|href="\/leave"/g)?.length).toBe(2)
      const links = [...html.matchAll(/<a [^>]*href="([^"]+)"/g)].map(([, href]) => href)
      expect(links.slice(0, 2)).toEqual(['#main-content', '/leave'])
    }
  })
})
