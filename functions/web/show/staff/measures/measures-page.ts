// The dashboards for staff, with every number as it is: the way in, a service's headline, and its
// sections.
import { inPounds } from '#domain/forms/fields/money.ts'
import type { Cost } from '#domain/measures/books/costs.ts'
import { nextBest } from '#domain/measures/figures/funnel.ts'
import type { SeenMonth } from '#usecases/measures/see-months.ts'
import type { SectionId } from '../../measures/section-tables.ts'
import { headlineTable, sectionBody, sectionTitles } from '../../measures/sections.ts'
import { type StaffAround, staffPage } from '../around.ts'
import { changesAt } from './changes-page.ts'
import { figuresPage } from './figures-page.ts'
import { inboxAt } from './inbox-pages.ts'
import { indicatorsAt } from './indicator-pages.ts'

type ServiceOf = { readonly id: string; readonly name: string }

// With what staff can do with its cases.
export type WithDeeds = ServiceOf & { readonly workflow: { readonly actions: readonly DeedOf[] } }

type DeedOf = { readonly id: string; readonly label: string }

export const measuresAt = '/measures'

export const measuresPage = ({
  around,
  services,
}: {
  readonly around: StaffAround
  readonly services: readonly ServiceOf[]
}): string => {
  const title = 'Measures'
  const to = (path: string): string => `${measuresAt}/${path}`
  return staffPage(
    'measures/home',
    around,
    { title },
    {
      title,
      groups: [
        { title: 'One service', links: services.map(({ id, name }) => ({ text: name, href: to(id) })) },
        {
          title: 'All services',
          links: [
            { text: 'Decisions and waiting', href: to('cases') },
            { text: 'Texts', href: to('texts') },
            { text: 'What is done without staff', href: to('automation') },
            { text: 'Indicators', href: indicatorsAt },
            { text: 'Targets', href: to('targets') },
            { text: 'What people told us', href: inboxAt },
            { text: 'What we changed', href: changesAt },
          ],
        },
        {
          title: 'What we type in, send and check',
          links: [
            { text: 'Calls, paper and other ways', href: to('other-channels') },
            { text: 'Costs and savings', href: to('costs') },
            { text: 'Statutory returns', href: to('returns') },
            { text: 'Waiting to be published', href: to('publish') },
            { text: 'Months', href: to('months') },
            { text: 'Is counting well?', href: to('health') },
          ],
        },
      ],
    },
  )
}

export type ServiceMeasures = {
  readonly around: StaffAround
  readonly service: ServiceOf
  readonly months: readonly SeenMonth[]
  readonly baseline: readonly SeenMonth[]
  readonly cost: Cost
  // Of a service that gives appointments, for its manager.
  readonly times?: boolean
}

export const costWords = ({ each, months }: Cost): string =>
  each === undefined ? 'No data' : `${inPounds(each)}, from ${months} month${months === 1 ? '' : 's'} of costs`

export const serviceMeasuresPage = ({ around, service, months, baseline, cost, times }: ServiceMeasures): string => {
  const title = `Measures of “${service.name}”`
  const at = `${measuresAt}/${service.id}`
  return figuresPage(around, {
    title,
    tables: [headlineTable(months, costWords(cost), at, { hides: false, baseline })],
    words: ['Choose a measure to see it month by month.'],
    links: [
      { text: 'Where people leave the form', href: `${at}/funnel` },
      ...(times === true
        ? [
            { text: 'Times that people asked for', href: `${at}/times/asked` },
            { text: 'Times that we gave', href: `${at}/times/given` },
            { text: 'Times given back or moved', href: `${at}/times/back` },
          ]
        : []),
      { text: 'What people told us', href: inboxAt },
      { text: 'What it costs', href: `${measuresAt}/costs` },
    ],
  })
}

export type SectionPage = Omit<ServiceMeasures, 'cost' | 'service'> & {
  readonly section: SectionId
  readonly service: WithDeeds
}

export const sectionPage = ({ around, service, months, baseline, section }: SectionPage): string => {
  const title = `${sectionTitles[section]}: “${service.name}”`
  const body = sectionBody(section, months, { hides: false, baseline })
  const words = section === 'automation' ? nextBestWords(service, months) : []
  return figuresPage(around, { title, words, ...body })
}

// Of the last month: what alone stood most often between a case and full automation.
export const nextBestWords = ({ workflow }: WithDeeds, months: readonly SeenMonth[]): readonly string[] => {
  const found = nextBest(months.at(-1)?.sums ?? {})
  if (found === undefined) return []
  const deed = deedWords[found.deed] ?? `“${workflow.actions.find(({ id }) => id === found.deed)?.label ?? found.deed}”`
  return [`Nothing but ${deed} stood between ${found.count} outcomes and full automation.`]
}

// What staff do with a case of any service.
const deedWords: Readonly<Record<string, string>> = { assign: 'giving the case to somebody', note: 'a note' }
