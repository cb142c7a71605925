// Where people leave a form, what goes wrong in it, and how long each part takes: for staff alone.
import type { Form } from '#domain/forms/form.ts'
import { joined, type Sums } from '#domain/measures/counting/sums.ts'
import { funnel, type PageFigures, timeIn } from '#domain/measures/figures/funnel.ts'
import { percentWords } from '#domain/measures/figures/rates.ts'
import type { SeenMonth } from '#usecases/measures/see-months.ts'
import { monthWords } from '../../measures/month-words.ts'
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
      period: months.map(({ month }) => monthWords(month)).join(' and '),
      rows: funnel(sums, pages).map((row) => ({
        ...rowOf(row, titles),
        href: `/measures/${service.id}/questions/${row.page}`,
      })),
      times: service.form.sections.flatMap(({ id, title: words }) => timeRow(sums, id, words)),
    },
  )
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
