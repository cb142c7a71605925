// Where people leave a form, what goes wrong in it, and how long each part takes: for staff alone.
import { type ReturnWay, waysIn } from '#domain/forms/answered/trail.ts'
import type { Form } from '#domain/forms/form.ts'
import { type Device, devices } from '#domain/measures/counting/facts.ts'
import { countIn, joined, type Sums } from '#domain/measures/counting/sums.ts'
import { funnel, type PageFigures, timeIn } from '#domain/measures/figures/funnel.ts'
import { percentWords } from '#domain/measures/figures/rates.ts'
import type { SeenMonth } from '#usecases/measures/see-months.ts'
import { startedWords } from '../../measures/month-words.ts'
import { type StaffAround, staffPage } from '../around.ts'

export type FunnelPage = {
  readonly around: StaffAround
  readonly service: { readonly id: string; readonly name: string; readonly form: Form }
  readonly months: readonly SeenMonth[]
}

export const funnelPage = ({ around, service, months }: FunnelPage): string => {
  const title = `Where people leave “${service.name}”`
  const sums = joined(months.map((month) => month.sums))
  const pages = service.form.sections.flatMap(({ id, pages: all }) => all.map((page) => `${id}/${page.id}`))
  const titles = titlesOf(service.form)
  return staffPage(
    'funnel',
    around,
    { title },
    {
      title,
      period: startedWords(months),
      rows: funnel(sums, pages).map((row) => ({
        ...rowOf(row, titles),
        href: `/measures/${service.id}/questions/${row.page}`,
      })),
      people: peopleLines(sums),
      times: service.form.sections.flatMap(({ id, title: words }) => timeRow(sums, id, words)),
    },
  )
}

// Who they were as far as a browser says, and how many did not do it in one go.
const peopleLines = (sums: Sums): readonly string[] => {
  const starts = countIn(sums, 'starts')
  const line = (words: string, name: string): readonly string[] => {
    const n = countIn(sums, name)
    return n === 0 ? [] : [`${words}: ${n.toLocaleString('en-GB')} (${percentWords({ n, d: starts })})`]
  }
  return [
    ...devices.flatMap((device) => line(deviceWords[device], `starts.device.${device}`)),
    ...line('Came back after a day or more', 'came-back'),
    ...waysIn.flatMap((way) => line(wayWords[way], `came-back.${way}`)),
    ...line('Did not want their pages counted', 'starts.uncounted'),
  ]
}

const deviceWords: Readonly<Record<Device, string>> = {
  ...{ phone: 'On a phone', tablet: 'On a tablet', desktop: 'On a computer', other: 'On something else' },
}

const wayWords: Readonly<Record<ReturnWay, string>> = {
  ...{ code: 'Of those, by a code by text', link: 'Of those, by the link in a text' },
  ...{ email: 'Of those, by a code by email', phrase: 'Of those, by a recovery phrase' },
  helper: 'Of those, somebody who helps',
}

const titlesOf = ({ sections }: Form): ReadonlyMap<string, string> =>
  new Map(sections.flatMap(({ id, pages }) => pages.map((page) => [`${id}/${page.id}`, page.title] as const)))

const rowOf = ({ page, saw, left, wrong, tries }: PageFigures, titles: ReadonlyMap<string, string>) => ({
  page: (titles.get(page) ?? page).replaceAll('((name))', '…'),
  cells: [
    saw.toLocaleString('en-GB'),
    `${left.n} (${percentWords(left)})`,
    wrong[0] === undefined ? 'None' : `${wrong[0].ratio.n} (${percentWords(wrong[0].ratio)})`,
    tries === undefined ? 'No data' : tries.toFixed(1),
  ],
})

const timeRow = (sums: Sums, id: string, words: string) => {
  const seconds = timeIn(sums, id)
  return seconds === undefined
    ? []
    : [`${words}: ${seconds < 60 ? `${Math.round(seconds)} seconds` : `${(seconds / 60).toFixed(1)} minutes`}`]
}
