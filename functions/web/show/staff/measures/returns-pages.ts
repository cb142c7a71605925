// A helper's sheets for statutory returns: what we can say, with the cases behind each number. We send nothing.
import { inWords } from '#domain/day.ts'
import type { BookEntry } from '#domain/measures/books/book.ts'
import { percentWords } from '#domain/measures/figures/rates.ts'
import type { CountedSheet, ReturnSheet } from '#domain/measures/returns/planning-sheet.ts'
import type { Quarter } from '#domain/measures/returns/quarter.ts'
import { onOneLine } from '../../controls/entered.ts'
import { numberCell, numbers, type TableShown, textCell, words } from '../../measures/tables.ts'
import { moment } from '../../when.ts'
import type { StaffAround } from '../around.ts'
import { figuresPage } from './figures-page.ts'

export const returnsAt = '/measures/returns'

export type SheetShown = {
  readonly around: StaffAround
  readonly mayWrite: boolean
  readonly sealed?: BookEntry
  // The count as it stands, signed, for the next page's address.
  readonly carried: string
  readonly done: boolean
}

export const returnsPage = ({ around }: { readonly around: StaffAround }): string => {
  const title = 'Statutory returns'
  return figuresPage(around, {
    title,
    words: ['Sheets to copy from. We send nothing. Check each number before you send it.'],
    links: [
      { text: 'Planning applications (PS1 and PS2)', href: `${returnsAt}/ps` },
      { text: 'How far we are from designation for planning', href: `${returnsAt}/designation` },
      { text: 'Households on the register (LAHS, section C)', href: `${returnsAt}/lahs` },
      { text: 'Codes for a letting (CORE lettings)', href: `${returnsAt}/core` },
    ],
  })
}

export type PlanningReturn = SheetShown & {
  readonly quarter: Quarter
  readonly before: string
  readonly sheet: CountedSheet
  // The cases that were counted just now.
  readonly part: ReturnSheet
  // The line whose cases are shown.
  readonly line?: string
}

export const planningReturnPage = (given: PlanningReturn): string => {
  const { around, quarter, sheet, part, sealed, before, line = '' } = given
  const title = `Planning return, ${quarter.id.replace('-', ' ')}`
  const at = `${returnsAt}/ps`
  return figuresPage(around, {
    title,
    words: [
      `${inWords(quarter.from)} to ${inWords(quarter.until)}. The clock runs from valid with the right fee to the day that the notice went.`,
      ...partWords(given),
      `In time, majors: ${percentWords(sheet.majors)}. All others: ${percentWords(sheet.others)}.`,
      ...(sheet.uncoded === 0 ? [] : [`${sheet.uncoded} decided without a development code.`]),
      ...sealedWords(sealed),
    ],
    bulletsTitle: part.uncoded.length === 0 ? undefined : 'No development code yet',
    bullets: part.uncoded.map((reference) => ({ text: reference, href: `${at}/code/${reference}` })),
    tables: [linesTable(given, at), codesTable(given, at), ...casesTable(given)],
    links: [
      ...nextLinks(given, { on: `${at}?quarter=${quarter.id}&line=${line}`, sent: `${at}/${quarter.id}/sent` }),
      { text: 'The quarter before', href: `${at}?quarter=${before}` },
    ],
  })
}

export const partWords = ({ done }: SheetShown): readonly string[] =>
  done ? [] : ['There are more cases than one page counts. These are the numbers so far.']

export const nextLinks = (
  { done, carried, mayWrite, sealed }: SheetShown,
  { on, sent }: { readonly on: string; readonly sent: string },
) => {
  if (!done) return [{ text: 'Carry on counting', href: `${on}${on.includes('?') ? '&' : '?'}${carried}` }]
  return mayWrite && sealed === undefined ? [{ text: 'Say that it is sent', href: `${sent}?${carried}` }] : []
}

export const sealedWords = (sealed: BookEntry | undefined): readonly string[] =>
  sealed === undefined
    ? []
    : [`Sent, and sealed by ${onOneLine(sealed.by)} on ${moment(sealed.at)}: ${sealedNumbers(sealed)}.`]

const sealedNumbers = ({ typed }: BookEntry): string => (typed.numbers ?? []).map(onOneLine).join('; ')

const linesTable = ({ sheet, quarter }: PlanningReturn, at: string): TableShown => ({
  id: 'lines',
  caption: 'Applications',
  head: [...words('Line'), ...numbers('Applications')],
  rows: sheet.lines.map(({ id, label, count }) => [
    { text: label, href: `${at}?quarter=${quarter.id}&line=${id}` },
    numberCell(count),
  ]),
})

const codesTable = ({ sheet, quarter }: PlanningReturn, at: string): TableShown => ({
  id: 'codes',
  caption: 'Decided, by development code',
  head: [...words('Code'), ...numbers('Applications')],
  rows:
    sheet.byCode.length === 0
      ? [[textCell('None'), numberCell(0)]]
      : sheet.byCode.map(({ id, label, count }) => [
          { text: label, href: `${at}?quarter=${quarter.id}&line=${id}` },
          numberCell(count),
        ]),
})

const casesTable = ({ part, line }: PlanningReturn): readonly TableShown[] => {
  const found = part.lines.find(({ id }) => id === line) ?? part.byCode.find(({ code }) => code === line)
  return found === undefined ? [] : [behindTable(found.label, found.references)]
}

export const behindTable = (label: string, references: readonly string[]): TableShown => ({
  id: 'behind',
  caption: `Behind “${label}”, of those counted on this page`,
  head: words('Reference'),
  rows:
    references.length === 0 ? [[textCell('None')]] : references.map((one) => [{ text: one, href: `/cases/${one}` }]),
})

const codeWords: Readonly<Record<number, string>> = {
  13: 'not on the register',
  2: 'under 1 year',
  7: '1 year but under 2 years',
  8: '2 years but under 3 years',
  9: '3 years but under 4 years',
  10: '4 years but under 5 years',
  11: '5 years but under 10 years',
  12: '10 years or more',
}

export const waitedWords = (code: number): string => codeWords[code] ?? ''
