// A helper's sheets for statutory returns: what we can say, with the cases behind each number. We send nothing.
import { inWords } from '#domain/day.ts'
import type { Entry } from '#domain/measures/books/book.ts'
import { percentWords } from '#domain/measures/figures/rates.ts'
import { onRegister } from '#domain/measures/returns/lahs.ts'
import type { Sheet } from '#domain/measures/returns/planning-sheet.ts'
import type { Quarter } from '#domain/measures/returns/quarter.ts'
import type { Register } from '#usecases/measures/see-returns.ts'
import { onOneLine } from '../../controls/entered.ts'
import { counted, numbers, plain, type Table, words } from '../../measures/tables.ts'
import { moment } from '../../when.ts'
import type { StaffAround } from '../around.ts'
import { figuresPage } from './figures-page.ts'

export const returnsAt = '/measures/returns'

type Shown = { readonly around: StaffAround; readonly mayWrite: boolean; readonly sealed?: Entry }

export const returnsPage = ({ around }: { readonly around: StaffAround }): string => {
  const title = 'Statutory returns'
  return figuresPage(around, {
    title,
    words: ['Sheets to copy from. We send nothing. Check each number before you send it.'],
    links: [
      { text: 'Planning applications (PS1 and PS2)', href: `${returnsAt}/ps` },
      { text: 'Households on the register (LAHS, section C)', href: `${returnsAt}/lahs` },
      { text: 'How long a household waited (CORE lettings)', href: `${returnsAt}/core` },
    ],
  })
}

export type PlanningReturn = Shown & {
  readonly quarter: Quarter
  readonly before: string
  readonly sheet: Sheet
  // The line whose cases are shown.
  readonly line?: string
}

export const planningReturnPage = (given: PlanningReturn): string => {
  const { around, quarter, sheet, sealed, mayWrite, before } = given
  const title = `Planning return, ${quarter.id.replace('-', ' ')}`
  const at = `${returnsAt}/ps`
  return figuresPage(around, {
    title,
    words: [
      `${inWords(quarter.from)} to ${inWords(quarter.until)}. The clock runs from valid with the right fee to the day that the notice went.`,
      `In time, majors: ${percentWords(sheet.majors)}. All others: ${percentWords(sheet.others)}.`,
      ...sealedWords(sealed),
    ],
    bulletsTitle: sheet.uncoded.length === 0 ? undefined : 'No development code yet',
    bullets: sheet.uncoded.map((reference) => ({ text: reference, href: `${at}/code/${reference}` })),
    tables: [linesTable(given, at), codesTable(given, at), ...casesTable(given)],
    links: [
      ...(mayWrite && sealed === undefined ? [{ text: 'Say that it is sent', href: `${at}/${quarter.id}/sent` }] : []),
      { text: 'The quarter before', href: `${at}?quarter=${before}` },
    ],
  })
}

const sealedWords = (sealed: Entry | undefined): readonly string[] =>
  sealed === undefined
    ? []
    : [`Sent, and sealed by ${onOneLine(sealed.by)} on ${moment(sealed.at)}: ${sealedNumbers(sealed)}.`]

const sealedNumbers = ({ typed }: Entry): string => (typed.numbers ?? []).map(onOneLine).join('; ')

const linesTable = ({ sheet, quarter }: PlanningReturn, at: string): Table => ({
  id: 'lines',
  caption: 'Applications',
  head: [...words('Line'), ...numbers('Applications')],
  rows: sheet.lines.map(({ id, label, references }) => [
    { text: label, href: `${at}?quarter=${quarter.id}&line=${id}` },
    counted(references.length),
  ]),
})

const codesTable = ({ sheet, quarter }: PlanningReturn, at: string): Table => ({
  id: 'codes',
  caption: 'Decided, by development code',
  head: [...words('Code'), ...numbers('Applications')],
  rows:
    sheet.byCode.length === 0
      ? [[plain('None'), counted(0)]]
      : sheet.byCode.map(({ code, label, references }) => [
          { text: `${code} ${label}`, href: `${at}?quarter=${quarter.id}&line=${code}` },
          counted(references.length),
        ]),
})

const casesTable = ({ sheet, line }: PlanningReturn): readonly Table[] => {
  const found = sheet.lines.find(({ id }) => id === line) ?? sheet.byCode.find(({ code }) => code === line)
  return found === undefined ? [] : [behindTable(found.label, found.references)]
}

const behindTable = (label: string, references: readonly string[]): Table => ({
  id: 'behind',
  caption: `Behind “${label}”`,
  head: words('Reference'),
  rows: references.length === 0 ? [[plain('None')]] : references.map((one) => [{ text: one, href: `/cases/${one}` }]),
})

export type RegisterReturn = Shown & { readonly register: Register; readonly size?: string; readonly today: string }

const sizeWords = {
  one: '1 bedroom',
  two: '2 bedrooms',
  three: '3 bedrooms',
  more: 'More than 3',
  unspecified: 'Not set',
} as const

export const registerReturnPage = (given: RegisterReturn): string => {
  const { around, sealed, mayWrite, today } = given
  const title = 'Households on the register'
  const at = `${returnsAt}/lahs`
  return figuresPage(around, {
    title,
    words: [
      `As the register stands on ${inWords(today)}. The return asks for 31 March.`,
      'Reasonable preference is not on this sheet: a household can have several, so their total is not this one.',
      ...sealedWords(sealed),
    ],
    tables: [sizesTable(given, at), ...chosenTable(given)],
    links: mayWrite && sealed === undefined ? [{ text: 'Say that it is sent', href: `${at}/sent` }] : [],
  })
}

const sizesTable = ({ register }: RegisterReturn, at: string): Table => ({
  id: 'sizes',
  caption: 'By bedrooms that they need',
  head: [...words('Size'), ...numbers('Households')],
  rows: [
    ...sizes.map((id) => [{ text: sizeWords[id], href: `${at}?size=${id}` }, counted(register.bedrooms[id])]),
    [plain('All'), counted(onRegister(register.bedrooms))],
  ],
})

const chosenTable = ({ register, size }: RegisterReturn): readonly Table[] => {
  const chosen = sizes.find((id) => id === size)
  return chosen === undefined ? [] : [behindTable(sizeWords[chosen], register.references[chosen])]
}

const sizes = ['one', 'two', 'three', 'more', 'unspecified'] as const

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
