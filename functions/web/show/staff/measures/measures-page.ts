// The dashboards for staff, with every number as it is.

import { nextBest } from '#domain/measures/figures/funnel.ts'
import type { SeenMonth } from '#usecases/measures/see-months.ts'
import { figuresOf } from '../../measures/figures.ts'
import { type StaffAround, staffPage } from '../around.ts'
import { inboxAt } from './inbox-pages.ts'

type ServiceOf = { readonly id: string; readonly name: string }

export const measuresAt = '/measures'

export const measuresPage = ({
  around,
  services,
}: {
  readonly around: StaffAround
  readonly services: readonly ServiceOf[]
}): string => {
  const title = 'Measures'
  return staffPage(
    'measures',
    around,
    { title },
    { title, services: services.map(({ id, name }) => ({ name, href: `${measuresAt}/${id}` })) },
  )
}

export type ServiceMeasures = {
  readonly around: StaffAround
  readonly service: ServiceOf
  readonly months: readonly SeenMonth[]
}

export const serviceMeasuresPage = ({ around, service, months }: ServiceMeasures): string => {
  const title = `Measures of “${service.name}”`
  return staffPage(
    'measures',
    around,
    { title },
    {
      title,
      figures: figuresOf(months, { hides: false }),
      words: nextBestWords(months),
      services: [
        { name: 'Where people leave the form', href: `${measuresAt}/${service.id}/funnel` },
        { name: 'What people told us', href: inboxAt },
      ],
    },
  )
}

// Of the last month: what alone stood most often between a case and full automation.
const nextBestWords = (months: readonly SeenMonth[]): readonly string[] => {
  const found = nextBest(months.at(-1)?.sums ?? {})
  return found === undefined
    ? []
    : [`“${found.deed.replaceAll('-', ' ')}” alone stood between ${found.count} outcomes and full automation.`]
}
