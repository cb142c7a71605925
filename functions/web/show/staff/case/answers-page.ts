// What the applicant answered, a section or a person a page. What the rules read comes first; questions without an answer are folded.
import type { Case } from '#domain/cases/case.ts'
import type { Entry, RecordPart } from '#domain/forms/answered/record.ts'
import type { Variables } from '#web/template-runtime.ts'
import { onOneLine } from '../../controls/entered.ts'
import { type CaseFrame, framed, hidden, partAt } from './frame.ts'
import { answerShown, isMasked, maskFieldOf } from './masks.ts'
import { withinScreens } from './within-screens.ts'

// `of`, `item`: what the address names, as it was typed; what is not there gets the first.
export type AnswersPage = CaseFrame & { readonly of?: string; readonly item?: string }

export const answersPage = (given: AnswersPage): string => {
  const { subject } = given.whole
  const all = groupsOf(subject).map((group) => ({ ...group, leaves: group.leaves.flatMap(onPages) }))
  const group = all.find(({ id }) => id === given.of) ?? all[0]
  const leaves = group?.leaves ?? []
  const shown = leaves[Number(given.item ?? '1') - 1] ?? leaves[0]
  const at = (values: Readonly<Record<string, string>>) =>
    `${partAt(subject, 'answers')}?${new URLSearchParams(values)}`
  return framed('answers', given, {
    menu: all.map(({ id, text }) => ({ text, href: at({ of: id }), current: id === group?.id })),
    group: group?.text,
    leaves: leaves.map(({ text }, index) => ({
      text,
      href: at({ of: group?.id ?? '', item: String(index + 1) }),
      current: text === shown?.text,
    })),
    next: nextOf(leaves, shown, (item) => at({ of: group?.id ?? '', item })),
    here: { of: group?.id ?? '', item: String(shown === undefined ? 1 : leaves.indexOf(shown) + 1) },
    leaf: shown && { title: shown.text, ...rowsOf(shown.entries, given) },
  })
}

const nextOf = (leaves: readonly Leaf[], shown: Leaf | undefined, at: (item: string) => string) => {
  const place = shown === undefined ? -1 : leaves.indexOf(shown) + 1
  const next = leaves[place]
  return shown === undefined || next === undefined ? undefined : { text: next.text, href: at(String(place + 1)) }
}

// A section, or what the rules read; and in it the persons, places or findings that have a page each.
type Group = { readonly id: string; readonly text: string; readonly leaves: readonly Leaf[] }
type Leaf = { readonly text: string; readonly entries: readonly Row[] }
type Row = Pick<Entry, 'question' | 'lines' | 'sensitive'> & Partial<Pick<Entry, 'key' | 'id'>>

// What is longer than some three screens has several pages.
const onPages = ({ text, entries }: Leaf): readonly Leaf[] => {
  const pages = withinScreens(entries, ({ question, lines }) => [question, ...lines])
  return pages.length < 2
    ? [{ text, entries }]
    : pages.map((some, at) => ({ text: `${text}, ${at + 1} of ${pages.length}`, entries: some }))
}

const groupsOf = (subject: Case): readonly Group[] => [
  ...readGroup(subject),
  ...subject.record.sections.map(({ id, title, parts }) => ({
    ...{ id, text: title },
    leaves: parts.map((part, index) => ({
      text: part.title === '' ? title : `${index + 1}. ${onOneLine(part.title)}`,
      entries: part.entries,
    })),
  })),
  { id: 'declaration', text: 'Declaration', leaves: [{ text: 'Declaration', entries: declarationOf(subject) }] },
]

// By what the working of each finding names.
const readGroup = ({ assessment, record }: Case): readonly Group[] => {
  const leaves = (assessment?.parts ?? []).flatMap(({ title, steps }) => {
    const named = new Set(steps.flatMap(({ used }) => used.map(({ question, of = '' }) => `${of}|${question}`)))
    const entries = record.sections.flatMap(({ parts }) => parts.flatMap((part) => readIn(part, named)))
    return entries.length === 0 ? [] : [{ text: title, entries }]
  })
  return leaves.length === 0 ? [] : [{ id: 'read', text: 'What the rules read', leaves }]
}

const readIn = ({ title, entries }: RecordPart, named: ReadonlySet<string>): readonly Row[] =>
  entries
    .filter(({ id }) => named.has(`${title}|${id}`))
    .map((entry) => (title === '' ? entry : { ...entry, question: `${onOneLine(title)}: ${entry.question}` }))

const declarationOf = ({ record: { declaration } }: Case): readonly Row[] => [
  {
    question: `Version ${declaration.version}`,
    lines: [...declaration.statements, declaration.agreed],
    sensitive: false,
  },
]

const rowsOf = (entries: readonly Row[], given: AnswersPage): Variables => {
  const shown = entries.map((entry) => rowOf(entry, given))
  const empty = shown.filter(({ lines }) => lines.length === 0)
  return {
    rows: shown.filter(({ lines }) => lines.length > 0),
    empty,
    emptyWords: `${empty.length} ${empty.length === 1 ? 'question' : 'questions'} without an answer`,
  }
}

// What tells who somebody is, is shown whole only where it is asked for, one at a time.
const rowOf = ({ question, lines, sensitive, key, id }: Row, { maySeeSensitive, shown, today }: AnswersPage) => {
  if (sensitive && !maySeeSensitive) return { question, lines: [hidden] }
  if (key === undefined || id === undefined) return { question, lines }
  return answerShown({ question, lines, sensitive, key, id }, { shown, today })
}

/** Whether there is an answer of this name that this person may see, and sees only when it is asked for. */
export const isMaskedField = (
  { record }: Case,
  field: string,
  { maySeeSensitive, today }: Pick<CaseFrame, 'maySeeSensitive' | 'today'>,
): boolean =>
  record.sections.some(({ parts }) =>
    parts.some(({ entries }) =>
      entries.some(
        (entry) => maskFieldOf(entry) === field && (maySeeSensitive || !entry.sensitive) && isMasked(entry, today),
      ),
    ),
  )
