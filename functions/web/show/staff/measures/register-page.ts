// Households on the register, as the local authority housing statistics ask for them: by bedrooms, and by reasonable preference.
import { inWords } from '#domain/day.ts'
import { countIn, type Sums } from '#domain/measures/counting/sums.ts'
import { preferenceColumns, type RegisterLine, registerLines, sizes } from '#domain/measures/returns/lahs.ts'
import type { Register } from '#usecases/measures/see-register.ts'
import { numberCell, numbers, type TableShown, textCell, words } from '../../measures/tables.ts'
import { figuresPage } from './figures-page.ts'
import { behindTable, nextLinks, partWords, returnsAt, type SheetShown, sealedWords } from './returns-pages.ts'

export type RegisterReturn = SheetShown & {
  readonly counts: Sums
  readonly part: Register
  // The line whose households are shown.
  readonly line?: string
  // As it stood then.
  readonly day: string
}

export const registerReturnPage = (given: RegisterReturn): string => {
  const { around, sealed, day, line = '' } = given
  const at = `${returnsAt}/lahs`
  return figuresPage(around, {
    title: 'Households on the register',
    words: [
      `As the register stood at the end of ${inWords(day)}. What changed since is left out.`,
      ...partWords(given),
      'Reasonable preference is as the rules found it by that day. A household can have several grounds, so they come to more than the households.',
      ...sealedWords(sealed),
    ],
    tables: [
      tableOf(given, { id: 'sizes', caption: 'By bedrooms that they need', head: 'Size', lines: sizes }),
      tableOf(given, {
        id: 'preference',
        caption: 'By reasonable preference',
        head: 'Ground',
        lines: preferenceColumns,
      }),
      ...chosenTable(given),
    ],
    links: nextLinks(given, { on: `${at}?line=${line}`, sent: `${at}/sent` }),
  })
}

type Lines = {
  readonly id: string
  readonly caption: string
  readonly head: string
  readonly lines: readonly RegisterLine[]
}

const tableOf = ({ counts }: RegisterReturn, { id, caption, head, lines }: Lines): TableShown => ({
  ...{ id, caption, head: [...words(head), ...numbers('Number')] },
  rows: [
    ...lines.map((line) => [
      { text: registerWords[line], href: `${returnsAt}/lahs?line=${line}` },
      numberCell(countIn(counts, line)),
    ]),
    [textCell('All households'), numberCell(sizes.reduce((sum, size) => sum + countIn(counts, size), 0))],
  ],
})

const chosenTable = ({ part, line }: RegisterReturn): readonly TableShown[] => {
  const chosen = registerLines.find((id) => id === line)
  return chosen === undefined ? [] : [behindTable(registerWords[chosen], part[chosen] ?? [])]
}

// The groups of section 166A(3) of the Housing Act 1996.
export const registerWords: Readonly<Record<RegisterLine, string>> = {
  one: '1 bedroom',
  two: '2 bedrooms',
  three: '3 bedrooms',
  more: 'More than 3',
  unspecified: 'Bedrooms not set',
  preferred: 'In a reasonable preference category',
  homeless: 'Homeless, whether or not a duty is owed',
  duty: 'Owed a homelessness duty by a council',
  conditions: 'Insanitary, overcrowded or unsatisfactory home',
  'medical-welfare': 'Medical or welfare grounds, disability included',
  hardship: 'Must move to a place in the area to avoid hardship',
  'not-preferred': 'In none of them',
  'not-worked-out': 'Not worked out by the rules',
}
