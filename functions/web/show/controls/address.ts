// An address: found by postcode and picked from a list, or typed by hand. Every step works without JavaScript.
import type { AddressQuestion } from '#domain/forms/question.ts'
import type { Variables } from '#web/template-runtime.ts'
import { type Asked, error, hint, isTheirOwn, legend, problemAt, type Shown, say } from './asked.ts'

export type AddressMode = 'search' | 'pick' | 'manual' | 'chosen'

export const address = (asked: Asked<AddressQuestion>): Shown => {
  const mode = modeOf(asked)
  return {
    view: 'fields/address.njk',
    options: {
      id: asked.id,
      mode,
      legend: legend(asked),
      ...hint(asked),
      ...error(asked),
      links: linksOf(asked.keep),
      ...(mode === 'pick' ? { pick: pick(asked), search: search(asked) } : {}),
      ...(mode === 'search' ? { search: search(asked) } : {}),
      ...(mode === 'manual' ? { notFound: asked.extra.none, inputs: lines.map((line) => input(asked, line)) } : {}),
      ...(mode === 'chosen' ? { lines: given(asked), kept: kept(asked) } : {}),
    },
  }
}

// What decides how an address is asked for: what is typed, found and wrong.
export type Circumstances = Pick<Asked, 'entered' | 'extra' | 'problems'>

export const modeOf = ({ id, entered, extra, problems }: Circumstances & { readonly id: string }): AddressMode => {
  if (extra.manual === true || extra.none !== undefined) return 'manual'
  if (extra.found !== undefined && extra.found.length > 0) return 'pick'
  if (extra.search === true) return 'search'
  if (lines.every((line) => !entered.given(`${id}-${line.part}`))) return 'search'
  const wrong = problems.some(({ field }) => field === id || field.startsWith(`${id}-`))
  return !wrong && entered.given(`${id}-uprn`) ? 'chosen' : 'manual'
}

// Links to the same page keep what its address says beside ("change=1").
const linksOf = (keep: string): Variables => ({
  manual: `?manual=1${keep === '' ? '' : `&${keep}`}`,
  search: `?search=1${keep === '' ? '' : `&${keep}`}`,
})

type Line = { readonly part: string; readonly text: string; readonly autocomplete: string; readonly width: string }

const lines: readonly Line[] = [
  { part: 'line1', text: 'Address line 1', autocomplete: 'address-line1', width: '' },
  { part: 'line2', text: 'Address line 2 (optional)', autocomplete: 'address-line2', width: '' },
  { part: 'town', text: 'Town or city', autocomplete: 'address-level2', width: 'govuk-!-width-two-thirds' },
  { part: 'county', text: 'County (optional)', autocomplete: '', width: 'govuk-!-width-two-thirds' },
  { part: 'postcode', text: 'Postcode', autocomplete: 'postal-code', width: 'govuk-input--width-10' },
]

const input = (asked: Asked<AddressQuestion>, line: Line): Variables => {
  const field = `${asked.id}-${line.part}`
  const own = isTheirOwn(asked) && line.autocomplete !== ''
  return {
    id: field,
    name: field,
    value: line.part === 'postcode' ? (asked.extra.none ?? asked.entered.line(field)) : asked.entered.line(field),
    label: { text: line.text },
    classes: line.width,
    autocomplete: own ? line.autocomplete : undefined,
    ...errorAt(asked, field),
  }
}

const search = (asked: Asked<AddressQuestion>): Variables => {
  const field = `${asked.id}-search`
  return {
    id: field,
    name: field,
    value: asked.entered.line(field),
    label: { text: 'Postcode' },
    hint: { text: 'For example, DT1 1XJ' },
    classes: 'govuk-input--width-10',
    autocomplete: isTheirOwn(asked) ? 'postal-code' : undefined,
    ...errorAt(asked, field),
  }
}

const pick = (asked: Asked<AddressQuestion>): Variables => {
  const field = `${asked.id}-pick`
  const found = asked.extra.found ?? []
  return {
    id: field,
    name: field,
    label: { text: 'Choose an address' },
    items: [
      { value: '', text: found.length === 1 ? '1 address found' : `${found.length} addresses found` },
      ...found.map(({ uprn, text }) => ({ value: uprn, text, selected: asked.entered.chosen(field, uprn) })),
    ],
    ...errorAt(asked, field),
  }
}

const given = (asked: Asked<AddressQuestion>): readonly string[] =>
  lines.map((line) => asked.entered.line(`${asked.id}-${line.part}`)).filter((text) => text !== '')

const kept = (asked: Asked<AddressQuestion>): readonly Variables[] =>
  [...lines.map(({ part }) => part), 'uprn'].map((part) => ({
    name: `${asked.id}-${part}`,
    value: asked.entered.line(`${asked.id}-${part}`),
  }))

// A problem of the whole address stands above the fields; one of a line stands beside it.
const errorAt = (asked: Asked<AddressQuestion>, field: string): Variables => {
  const problem = problemAt(asked, field)
  return problem === undefined ? {} : { errorMessage: { text: say(problem.words, asked.entered) } }
}
