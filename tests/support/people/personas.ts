// The people in tests/personas: what each types, page by page, the mistakes they make, and how their journey ends. The same files drive
// the form itself, the handlers, the browser and the demonstration data.
import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { Typed } from '#domain/forms/kind.ts'

export type Persona = {
  // The file's name: "housing-care-leaver".
  readonly id: string
  readonly name: string
  readonly service: string
  readonly story: string
  readonly today: string
  readonly steps: readonly PersonaStep[]
  // What the service makes of the answers, by name: each is checked where it is given.
  readonly expects: Readonly<Record<string, unknown>>
}

export type PersonaStep = PersonaPage | PersonaList

export type PersonaPage = {
  readonly is: 'page'
  readonly key: string
  // Of a slot's day or time, "first" is the first that the page offers.
  readonly typed: Typed
  // The name of a file that is sent to this page.
  readonly upload?: string
  readonly mistakes: readonly Mistake[]
  // Answers given first that meet an exit, from which the persona goes back to change them.
  readonly turns: readonly Turn[]
  // The exit that the answers meet; it is passed when the persona continues anyway, and otherwise the journey ends here.
  readonly exit?: { readonly id: string; readonly continues: boolean }
}

type PersonaList = {
  readonly is: 'list'
  readonly key: string
  readonly another: 'yes' | 'no'
  readonly mistakes: readonly Mistake[]
}

// What is typed wrongly first, and the words that each control is told.
type Mistake = { readonly typed: Typed; readonly problems: Readonly<Record<string, string>> }

type Turn = { readonly typed: Typed; readonly exit: string }

// 10am in London on the day that all of them answer on: the product's time wherever any of them stands.
export const personasNow = Date.parse('2026-11-23T10:00:00Z')

export const loadPersonas = (): readonly Persona[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .map((file) => personaFrom(file.slice(0, -'.yaml'.length), parse(readFileSync(new URL(file, folder), 'utf8'))))

export const personaOf = (id: string): Persona => {
  const found = loadPersonas().find((one) => one.id === id)
  if (found === undefined) throw new Error(`There is no persona ${id}`)
  return found
}

// As they stand in YAML: yes and no are words, as in YAML 1.2.
type Values = Readonly<Record<string, string | number | readonly string[]>>
type Entry = {
  readonly page?: string
  readonly list?: string
  readonly another?: string
  readonly type?: Values
  readonly upload?: string
  readonly mistakes?: readonly { readonly type: Values; readonly says: Readonly<Record<string, string>> }[]
  readonly turns?: readonly { readonly type: Values; readonly exit: string }[]
  readonly exit?: string
  readonly continue?: string
}
type File = Pick<Persona, 'name' | 'service' | 'story' | 'today'> & {
  readonly pages: readonly Entry[]
  readonly expects?: Readonly<Record<string, unknown>>
}

const folder = new URL('../../personas/', import.meta.url)

const personaFrom = (id: string, file: File): Persona => ({
  id,
  name: file.name,
  service: file.service,
  story: file.story,
  today: file.today,
  steps: file.pages.flatMap((entry) => [...opening(entry, file.pages), stepFrom(entry)]),
  expects: file.expects ?? {},
})

// A list opens empty: to add the first, a person says yes there, and the file need not.
const opening = (entry: Entry, all: readonly Entry[]): readonly PersonaStep[] => {
  const section = /^([^/]+)\/\{1\}\//.exec(entry.page ?? '')?.[1]
  if (section === undefined || all.find(({ page, list }) => within(section, page ?? list)) !== entry) return []
  return [{ is: 'list', key: section, another: 'yes', mistakes: [] }]
}

const within = (section: string, place: string | undefined): boolean =>
  place === section || place?.startsWith(`${section}/`) === true

const stepFrom = (entry: Entry): PersonaStep => {
  const mistakes = (entry.mistakes ?? []).map(({ type, says }) => ({ typed: typedFrom(type), problems: says }))
  if (entry.list !== undefined) {
    return { is: 'list', key: entry.list, another: entry.another === 'yes' ? 'yes' : 'no', mistakes }
  }
  return {
    is: 'page',
    // {2} stands for the second item; items are numbered as they are added.
    key: (entry.page ?? '').replace(/\{(\d+)\}/, '$1'),
    typed: typedFrom(entry.type ?? {}),
    mistakes,
    turns: (entry.turns ?? []).map(({ type, exit }) => ({ typed: typedFrom(type), exit })),
    ...(entry.upload === undefined ? {} : { upload: entry.upload }),
    ...(entry.exit === undefined ? {} : { exit: { id: entry.exit, continues: entry.continue === 'yes' } }),
  }
}

const typedFrom = (values: Values): Typed =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, [value].flat().map(String)]))
