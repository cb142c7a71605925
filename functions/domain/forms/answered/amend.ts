// A record whose answers were given again: the pages that were asked as they are now, everything else as it was sent.
import { type Journey, stepKeys } from './journey.ts'
import { type Entry, type FormRecord, formRecordOf, type RecordPart, type RecordSection, summaryOf } from './record.ts'

export type Amending = {
  // All answers as they were, as they are now, and the part of the journey that was asked again.
  readonly was: Journey
  readonly now: Journey
  readonly asked: Journey
}

export const amended = (record: FormRecord, { was, now, asked }: Amending): FormRecord => {
  const stepsNow = keysIn(now)
  const given: Given = {
    asked: keysIn(asked),
    gone: new Set([...keysIn(was)].filter((key) => !stepsNow.has(key))),
  }
  const fresh = summaryOf(now)
  const { declaration, formVersion } = formRecordOf(asked)
  const sections = idsInOrder(record, fresh).map((id) =>
    sectionAfter(
      record.sections.find((section) => section.id === id),
      fresh.find((section) => section.id === id),
      given,
    ),
  )
  return { ...record, formVersion, declaration, sections: sections.filter(({ parts }) => parts.length > 0) }
}

export type ChangedAnswer = {
  readonly question: string
  readonly before: readonly string[]
  readonly lines: readonly string[]
  readonly sensitive: boolean
}

// What differs between two records, question by question: added and removed answers too.
export const changedAnswers = (before: Sections, after: Sections): readonly ChangedAnswer[] =>
  changesByPage(before, after).map(({ key: _key, ...change }) => change)

type Sections = Pick<FormRecord, 'sections'>

/** The same, each with the key of the page that it stands on. */
export const changesByPage = (
  before: Sections,
  after: Sections,
): readonly (ChangedAnswer & { readonly key: string })[] => {
  const [old, fresh] = [entriesBy(before), entriesBy(after)]
  return [...new Set([...old.keys(), ...fresh.keys()])].flatMap((key) => {
    const [one, other] = [old.get(key), fresh.get(key)]
    const entry = other ?? one
    const [was, is] = [one?.lines ?? [], other?.lines ?? []]
    if (entry === undefined || was.join('\n') === is.join('\n')) return []
    return [{ key: entry.key, question: entry.question, before: was, lines: is, sensitive: entry.sensitive }]
  })
}

type Given = { readonly asked: ReadonlySet<string>; readonly gone: ReadonlySet<string> }

const keysIn = (walk: Journey): ReadonlySet<string> =>
  new Set(walk.sections.flatMap((section) => walk.steps(section).flatMap(stepKeys)))

// As the form has them; what an earlier version of the form asked comes last.
const idsInOrder = (record: FormRecord, fresh: readonly RecordSection[]): readonly string[] => [
  ...new Set([...fresh, ...record.sections].map(({ id }) => id)),
]

const sectionAfter = (
  old: RecordSection | undefined,
  fresh: RecordSection | undefined,
  given: Given,
): RecordSection => {
  const [first, then] = [fresh?.parts ?? [], old?.parts ?? []]
  const places = [...new Set([...first, ...then].map(placeOf))]
  const parts = places.map((place) => {
    const [part, before] = [first.find((one) => placeOf(one) === place), then.find((one) => placeOf(one) === place)]
    return { title: part?.title ?? before?.title ?? '', entries: entriesAfter(before, part, given) }
  })
  const { id = '', title = '' } = fresh ?? old ?? {}
  return { id, title, parts: parts.filter(({ entries }) => entries.length > 0) }
}

// A part of a list belongs to one item: 'people/2' in the keys of its pages.
const placeOf = (part: RecordPart): string => {
  const words = (part.entries[0]?.key ?? '').split('/')
  return words.length > 2 ? words.slice(0, 2).join('/') : ''
}

const entriesAfter = (
  before: RecordPart | undefined,
  part: RecordPart | undefined,
  { asked, gone }: Given,
): readonly Entry[] => {
  const old = (before?.entries ?? []).filter(({ key }) => !gone.has(key))
  const fresh = part?.entries ?? []
  const keys = [...new Set([...fresh, ...old].map(({ key }) => key))]
  return keys.flatMap((key) => (asked.has(key) ? fresh : old).filter((entry) => entry.key === key))
}

const entriesBy = (record: Sections): ReadonlyMap<string, Entry> =>
  new Map(
    record.sections.flatMap(({ parts }) =>
      parts.flatMap(({ title, entries }) =>
        entries.map((entry): [string, Entry] => [
          `${entry.key} ${entry.id}`,
          title === '' ? entry : { ...entry, question: `${title}: ${entry.question}` },
        ]),
      ),
    ),
  )
