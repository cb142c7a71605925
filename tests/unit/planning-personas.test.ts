import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { questionsOn } from '#domain/forms/answers.ts'
import { fieldsOf, problemsOf } from '#domain/forms/fields/index.ts'
import type { Page } from '#domain/forms/form.ts'
import { type AnyStep, type Journey, journey } from '#domain/forms/journey.ts'
import type { Typed } from '#domain/forms/kind.ts'
import type { Saved } from '#domain/forms/saved.ts'
import { applicationType } from '#services/planning/application-type.ts'
import { certificate } from '#services/planning/certificates.ts'
import { missingDocuments } from '#services/planning/documents-needed.ts'
import { planningForm } from '#services/planning/form.ts'

type Values = Readonly<Record<string, string | number | readonly string[]>>
type Entry = {
  readonly page?: string
  readonly list?: string
  readonly another?: string
  readonly type?: Values
  readonly upload?: string
  readonly mistakes?: readonly { readonly type: Values; readonly says: Readonly<Record<string, string>> }[]
}
type Persona = {
  readonly name: string
  readonly today: string
  readonly pages: readonly Entry[]
  readonly expects?: { readonly exit?: string }
}

const folder = new URL('../personas/', import.meta.url)
const personas: readonly (readonly [string, Persona])[] = readdirSync(folder)
  .filter((file) => file.startsWith('planning-'))
  .map((file) => [file.slice('planning-'.length, -'.yaml'.length), parse(readFileSync(new URL(file, folder), 'utf8'))])

const typedFrom = (values: Values): Typed =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, [value].flat().map(String)]))

const problemsIn = (page: Page, typed: Typed, today: string) =>
  Object.entries(page.questions).flatMap(([id, question]) => problemsOf(typed, id, question, today))

// The step that a person who goes from page to page stands at next.
const nextStep = (walk: Journey, saved: Saved): AnyStep | undefined =>
  walk.sections
    .flatMap(walk.steps)
    .find((step) => (step.is === 'list' ? !walk.done(step) : saved.pages[step.key] === undefined))

const withItem = (saved: Saved, section: string): Saved => ({
  pages: saved.pages,
  items: {
    ...saved.items,
    [section]: [...(saved.items[section] ?? []), String((saved.items[section]?.length ?? 0) + 1)],
  },
})

const withPage = (saved: Saved, key: string, typed: Typed): Saved => ({
  ...saved,
  pages: { ...saved.pages, [key]: typed },
})

// The first item of a list begins when the persona opens its first page.
const before = (saved: Saved, entry: Entry): Saved => {
  const section = entry.page?.match(/^(.+)\/\{1\}\//)?.[1]
  return section !== undefined && saved.items[section] === undefined ? withItem(saved, section) : saved
}

const answerList = (saved: Saved, list: string, another: string): Saved => {
  const said = withPage(saved, list, { another: [another] })
  return another === 'yes' ? withItem(said, list) : said
}

const answerPage = (walk: Journey, saved: Saved, entry: Entry): Saved => {
  const step = nextStep(walk, saved)
  expect(step?.key).toBe(entry.page?.replace(/\{(\d+)\}/, '$1'))
  if (step?.is !== 'page') return saved
  const page = step.page
  const fields = Object.entries(page.questions).flatMap(([id, question]) => fieldsOf(id, question))
  const typed = entry.upload === undefined ? typedFrom(entry.type ?? {}) : { documentFile: ['upload-0001'] }
  expect(fields).toEqual(expect.arrayContaining(Object.keys(typed)))
  for (const mistake of entry.mistakes ?? []) {
    const found = problemsIn(page, typedFrom(mistake.type), walk.answers.today)
    expect(Object.fromEntries(found.map(({ field, words }) => [field, words]))).toEqual(mistake.says)
  }
  expect(problemsIn(page, typed, walk.answers.today)).toEqual([])
  return withPage(saved, step.key, typed)
}

const walked = (persona: Persona): Journey => {
  let saved: Saved = { pages: {}, items: {} }
  for (const entry of persona.pages) {
    saved = before(saved, entry)
    const walk = journey(planningForm, saved, persona.today)
    if (entry.list === undefined) {
      saved = answerPage(walk, saved, entry)
      continue
    }
    expect(nextStep(walk, saved)?.key).toBe(entry.list)
    saved = answerList(saved, entry.list, entry.another ?? '')
  }
  return journey(planningForm, saved, persona.today)
}

const ends: Readonly<Record<string, readonly [string | undefined, string | undefined]>> = {
  householder: ['pp.full.householder', 'A'],
  'agent-three-homes': ['pp.full.minor', 'B'],
  'unknown-lane-owner': ['pp.full.householder', 'C'],
  retrospective: ['pp.full.householder.retro', 'A'],
  'listed-cottage': ['pp.full.householder.listed', 'B'],
  'community-hall': ['pp.full.major', 'D'],
  sign: ['advertConsent', undefined],
  'protected-tree': ['wtt.consent', undefined],
  condition: ['approval.conditions', undefined],
  elsewhere: [undefined, undefined],
  'not-sure': ['pp.full.householder', undefined],
}

test.each(personas)(
  '%s walks the form in its own order, and every answer and mistake is as the form says',
  (file, persona) => {
    const walk = walked(persona)
    const lookup = walk.answers
    expect([applicationType(lookup)?.code, certificate(lookup)?.letter]).toEqual(ends[file])
    const last = persona.pages.at(-1)
    const exit = last?.page === undefined ? undefined : walk.find(last.page)
    if (persona.expects?.exit !== undefined) {
      expect(exit === undefined ? undefined : walk.exitAt(exit)?.id).toBe(persona.expects.exit)
      return
    }
    expect(walk.firstUndone()?.key).toBeUndefined()
    expect(walk.complete()).toBe(true)
    expect(certificate(lookup)?.problems).toEqual([])
    expect(missingDocuments(lookup).map(({ type }) => type)).toEqual([])
  },
)

test('together the personas reach every page of the form', () => {
  const reached = new Set(
    personas.flatMap(([, { pages }]) => pages.flatMap(({ page }) => page?.replace(/\{\d+\}\//, '') ?? [])),
  )
  const all = planningForm.sections.flatMap((section) => section.pages.map((page) => `${section.id}/${page.id}`))
  expect(all.filter((page) => !reached.has(page))).toEqual([])
})

test('every question has words for an empty answer and someone who uses it', () => {
  const asked = planningForm.sections.flatMap((section) => section.pages.flatMap(questionsOn))
  expect(asked.filter(({ question }) => question.for === undefined).map(({ id }) => id)).toEqual([])
  expect(asked.filter(({ question }) => question.missing === '').map(({ id }) => id)).toEqual([])
})
