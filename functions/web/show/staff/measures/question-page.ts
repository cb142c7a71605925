// One page of a form: who saw it, who left there, and what was wrong with which answer. For staff alone.
import type { Form, Page } from '#domain/forms/form.ts'
import { countIn, joined, type Sums } from '#domain/measures/counting/sums.ts'
import { funnel, type PageFigures } from '#domain/measures/figures/funnel.ts'
import { percentWords } from '#domain/measures/figures/rates.ts'
import type { SeenMonth } from '#usecases/measures/see-months.ts'
import { startedWords } from '../../measures/month-words.ts'
import { numbers, type TableShown, textCell, words } from '../../measures/tables.ts'
import type { StaffAround } from '../around.ts'
import { figuresPage } from './figures-page.ts'

export type QuestionFigures = {
  readonly around: StaffAround
  readonly service: { readonly id: string; readonly name: string }
  // section/page
  readonly key: string
  readonly page: Page
  readonly months: readonly SeenMonth[]
}

export const pageIn = ({ sections }: Form, key: string): Page | undefined => {
  const [section, id] = key.split('/')
  return sections.find((one) => one.id === section)?.pages.find((one) => one.id === id)
}

export const pageTitleOf = ({ title }: Pick<Page, 'title'>): string => title.replaceAll('((name))', '…')

export const questionFiguresPage = ({ around, service, key, page, months }: QuestionFigures): string => {
  const sums = joined(months.map((month) => month.sums))
  const [found] = funnel(sums, [key])
  const title = `Figures of “${pageTitleOf(page)}”`
  const period = `“${service.name}”, people who started ${startedWords(months)}.`
  return figuresPage(around, {
    title,
    words: found === undefined ? ['Nobody saw this page yet.'] : [period],
    tables: found === undefined ? [] : [seenTable(found, sums, key), wrongTable(found, sums, { key, page })],
  })
}

const seenTable = ({ saw, left, tries }: PageFigures, sums: Sums, key: string): TableShown => ({
  id: 'seen',
  caption: 'What people did',
  head: [...words('What'), ...numbers('People')],
  rows: [
    ['Saw it', saw.toLocaleString('en-GB')],
    ['Left here', `${left.n} (${percentWords(left)})`],
    ['Saved it', countIn(sums, `page|${key}|saved`).toLocaleString('en-GB')],
    ['Tries each', tries === undefined ? 'No data' : tries.toFixed(1)],
    ['Came back and saved it again', countIn(sums, `page|${key}|again`).toLocaleString('en-GB')],
  ].map((cells) => cells.map(textCell)),
})

const wrongTable = (
  { wrong }: PageFigures,
  sums: Sums,
  { key, page }: Pick<QuestionFigures, 'key' | 'page'>,
): TableShown => ({
  id: 'wrong',
  caption: 'Had an error, of those who saved it',
  head: [...words('Question'), ...numbers('People'), ...words('What was wrong')],
  rows:
    wrong.length === 0
      ? [[textCell('None'), textCell('0'), textCell('Nothing')]]
      : wrong.map(({ field, ratio }) => [
          textCell(page.questions[field]?.label ?? pageTitleOf(page)),
          textCell(`${ratio.n} (${percentWords(ratio)})`),
          textCell(kindsOf(sums, `page|${key}|kind|${field}.`)),
        ]),
})

const kindWords: Readonly<Record<string, string>> = {
  missing: 'left empty',
  format: 'in another form',
  'too-long': 'too long',
  'out-of-range': 'too much or too little',
  'not-found': 'not found',
  conflict: 'does not fit another answer',
  file: 'a file that we cannot take',
}

// The most first.
const kindsOf = (sums: Sums, prefix: string): string =>
  Object.entries(sums)
    .filter(([name]) => name.startsWith(prefix))
    .toSorted(([, a], [, b]) => b - a)
    .map(([name, count]) => `${kindWords[name.slice(prefix.length)] ?? name.slice(prefix.length)}: ${count}`)
    .join(', ') || 'Not known'
