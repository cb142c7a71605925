// What staff typed and the public does not see yet: it waits for somebody else.
import { one } from '#domain/forms/kind.ts'
import type { ToPublish } from '#usecases/measures/published-books.ts'
import { onOneLine } from '../../controls/entered.ts'
import { entryWords } from '../../measures/month-words.ts'
import { type Cell, type TableShown, textCell, words } from '../../measures/tables.ts'
import { moment } from '../../when.ts'
import type { StaffAround } from '../around.ts'
import { figuresPage } from './figures-page.ts'

export const publishAt = '/measures/publish'

export type WaitingPage = {
  readonly around: StaffAround
  readonly all: readonly ToPublish[]
  readonly userId: string
  readonly mayWrite: boolean
}

export const waitingPage = (given: WaitingPage): string =>
  figuresPage(given.around, {
    title: 'Waiting to be published',
    words: [
      given.all.length === 0
        ? 'Nothing waits. All that was typed is published.'
        : 'One person types a figure, and another one publishes it. Until then the public sees what stood before.',
    ],
    tables: given.all.length === 0 ? [] : [waitingTable(given)],
  })

const bookWords: Readonly<Record<string, string>> = {
  indicators: 'Indicator and its target',
  comments: 'Word on a month',
  channels: 'Number of another way',
  costs: 'Cost',
}

const nameOf = (book: ToPublish['book'], { id, typed }: ToPublish['entry']): string =>
  book === 'indicators' ? onOneLine(one(typed, 'title')) : onOneLine(entryWords(id))

const waitingTable = ({ all, userId, mayWrite }: WaitingPage): TableShown => ({
  id: 'waiting',
  caption: 'The oldest first',
  head: words('What', 'Typed by', 'When', 'Publish'),
  rows: all.map(({ book, entry }): readonly Cell[] => [
    textCell(`${bookWords[book] ?? book}: ${nameOf(book, entry)}`),
    textCell(onOneLine(entry.by)),
    textCell(moment(entry.at)),
    mayWrite && entry.byId !== userId
      ? {
          text: 'Look at it',
          href: `${publishAt}/${book}/${encodeURIComponent(entry.id)}/${entry.version}`,
          more: nameOf(book, entry),
        }
      : textCell(entry.byId === userId ? 'Somebody else must' : 'No'),
  ]),
})
