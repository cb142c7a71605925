// How far the council is from designation: the running shares of a year to September, and how many late decisions are left.
import { inWords } from '#domain/day.ts'
import { percentWords, type Ratio } from '#domain/measures/figures/rates.ts'
import { type DesignationYear, leastInTime, roomIn } from '#domain/measures/returns/designation.ts'
import type { CountedSheet } from '#domain/measures/returns/planning-sheet.ts'
import { numberCell, numbers, textCell, words } from '../../measures/tables.ts'
import type { StaffAround } from '../around.ts'
import { figuresPage } from './figures-page.ts'
import { returnsAt } from './returns-pages.ts'

export type Designation = {
  readonly around: StaffAround
  readonly year: DesignationYear
  readonly sheet: Pick<CountedSheet, 'majors' | 'others' | 'uncoded'>
  // The count as it stands, signed, for the next page's address.
  readonly carried: string
  readonly done: boolean
}

export const designationPage = ({ around, year, sheet, carried, done }: Designation): string => {
  const at = `${returnsAt}/designation?year=${year.id}`
  return figuresPage(around, {
    title: `Designation, year to September ${year.id}`,
    words: [
      `Decided from ${inWords(year.from)} to ${inWords(year.until)}, as far as it has come: in the time that the law gives or that was agreed.`,
      ...(done ? [] : ['There are more cases than one page counts. These are the numbers so far.']),
      ...(sheet.uncoded === 0 ? [] : [`${sheet.uncoded} decided without a development code count as others.`]),
      'At most 10% of the decisions of 2 years may be overturned on appeal. We do not know what came of appeals: fill that in yourself.',
    ],
    tables: [
      {
        ...{ id: 'designation', caption: 'Decided in time' },
        head: [...words('Applications', 'What is left'), ...numbers('Share', 'At least', 'In time', 'Decided')],
        rows: [
          rowOf('Major development', sheet.majors, leastInTime.majors),
          rowOf('All other', sheet.others, leastInTime.others),
        ],
      },
    ],
    links: [
      ...(done ? [] : [{ text: 'Carry on counting', href: `${at}&${carried}` }]),
      { text: 'The year before', href: `${returnsAt}/designation?year=${Number(year.id) - 1}` },
    ],
  })
}

const rowOf = (label: string, ratio: Ratio, least: number) => [
  ...[textCell(label), textCell(roomWords(ratio, least)), textCell(percentWords(ratio)), textCell(`${least}%`)],
  ...[numberCell(ratio.n), numberCell(ratio.d)],
]

const roomWords = (ratio: Ratio, least: number): string => {
  if (ratio.d === 0) return 'Nothing was decided yet'
  const { is, decisions } = roomIn(ratio, least)
  const count = `${decisions} decision${decisions === 1 ? '' : 's'}`
  return is === 'left' ? `${count} more may be late` : `The next ${count} must be in time`
}
