// What happened on a case, newest first, all of it or one kind, a page at a time.
import type { CaseEvent, Detail, Note } from '#domain/cases/case.ts'
import { messageAction } from '#domain/cases/message.ts'
import type { OpenedCase } from '#usecases/ports/stores.ts'
import type { Variables } from '#web/template-runtime.ts'
import { onOneLine } from '../../controls/entered.ts'
import { moment } from '../../when.ts'
import { type CaseFrame, caseAddressOf, framed, hidden, partAt } from './frame.ts'
import { maskedLines } from './masks.ts'
import { noteRow } from './summary-page.ts'
import { isLong, withinScreens } from './within-screens.ts'

export const historyKinds = ['all', 'moves', 'answers', 'notes'] as const
export type HistoryKind = (typeof historyKinds)[number]

// `page`: from 1.
export type HistoryPage = CaseFrame & { readonly kind: HistoryKind; readonly page: number }

const kindWords: Readonly<Record<HistoryKind, string>> = {
  all: 'Everything',
  moves: 'Decisions and moves',
  answers: 'Answers given again',
  notes: 'Notes',
}

export const historyPage = (given: HistoryPage): string => {
  const { whole, kind } = given
  const all = linesOf(whole).filter(({ kinds }) => kind === 'all' || kinds.includes(kind))
  const pages = withinScreens(all, textsOf)
  const page = Math.max(1, Math.min(given.page, pages.length))
  const at = (more: Readonly<Record<string, string>>) =>
    `${partAt(whole.subject, 'history')}?${new URLSearchParams({ kind, ...more })}`
  return framed('history', given, {
    kinds: historyKinds.map((id) => ({ text: kindWords[id], href: at({ kind: id }), current: id === kind })),
    history: (pages[page - 1] ?? []).map((line) => shown(line, given)),
    audit: given.mayAudit === true ? `${caseAddressOf(whole.subject)}/audit` : undefined,
    newer: page > 1 ? at({ page: String(page - 1) }) : undefined,
    older: page < pages.length ? at({ page: String(page + 1) }) : undefined,
  })
}

type Line = { readonly at: number; readonly kinds: readonly HistoryKind[] } & (
  | { readonly event: CaseEvent }
  | { readonly note: Note }
)

/** Does the last of a long history fill the first page? */
export const fillsAPage = (whole: OpenedCase): boolean => withinScreens(linesOf(whole), textsOf).length > 1

// No note that is older than all that is there of the history: what stands between them is not known.
const linesOf = ({ lately, earlier, notes }: OpenedCase): readonly Line[] =>
  [
    ...lately
      .filter(({ action }) => action !== messageAction)
      .toReversed()
      .map((event) => ({ at: event.at, event, kinds: kindsOf(event) })),
    ...notes
      .filter(({ at }) => !earlier || at >= (lately[0]?.at ?? at))
      .map((note) => ({ at: note.at, note, kinds: ['notes'] as const })),
  ].toSorted((one, other) => other.at - one.at)

const kindsOf = ({ from, to, details = [] }: CaseEvent): readonly HistoryKind[] => [
  ...(from === to ? [] : (['moves'] as const)),
  ...(details.some(({ before }) => before !== undefined) ? (['answers'] as const) : []),
]

// With its date, and the same again of each answer that was given before.
const textsOf = (line: Line): readonly string[] =>
  'note' in line
    ? [line.note.by, '', ...line.note.words.split(/\r?\n/)]
    : [`${line.event.by} ${line.event.words}`, '', ...(isFolded(line.event) ? [''] : detailTexts(line.event))]

const detailTexts = ({ details = [] }: CaseEvent): readonly string[] =>
  details.flatMap(({ question, lines, before = [] }) => [question, ...lines, ...before])

const isFolded = (event: CaseEvent): boolean => isLong(detailTexts(event))

const shown = (line: Line, given: HistoryPage): Variables => {
  if ('note' in line)
    return {
      ...noteRow(line.note),
      note: true,
      contact: line.note.contact === true,
      stamp: new Date(line.at).toISOString(),
    }
  const { at, by, words, details } = line.event
  return {
    when: moment(at),
    stamp: new Date(at).toISOString(),
    by: onOneLine(by),
    words,
    details: details?.map((detail) => detailRow(detail, given)),
    folded: isFolded(line.event) ? `All ${details?.length ?? 0} that it says` : undefined,
  }
}

// An answer that was given again stands as it was and as it is.
const detailRow = (detail: Detail, { maySeeSensitive, today }: HistoryPage): Variables => {
  const { question, lines, before, sensitive } = detail
  const masked = (some: readonly string[]) => maskedLines({ question, lines: some }, today)
  if (sensitive === true && !maySeeSensitive) return { question, lines: [hidden] }
  if (before === undefined) return { question, lines: masked(lines) }
  return {
    question,
    lines: lines.length === 0 ? ['No answer'] : masked(lines),
    before: before.length === 0 ? ['No answer'] : masked(before),
  }
}
