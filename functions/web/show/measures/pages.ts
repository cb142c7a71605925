// The performance pages of residents' side. Loaded with the first request for one: nobody else waits
// for charts.
import type { SeenMonth } from '#usecases/measures/see-months.ts'
import { citizenPage } from '../citizen/around.ts'
import { figuresOf } from './figures.ts'

export type ServiceOf = { readonly id: string; readonly name: string }

export const performanceAt = '/performance'

export const performancePage = (services: readonly ServiceOf[]): string => {
  const title = 'How our services are doing'
  return citizenPage(
    'performance',
    {},
    { title },
    {
      title,
      words: [
        'We publish these figures each month. They say how many people finish what they start, and what they think of it.',
      ],
      links: services.map(({ id, name }) => ({ href: `${performanceAt}/${id}`, text: name })),
    },
  )
}

export const servicePerformancePage = ({ id, name }: ServiceOf, months: readonly SeenMonth[]): string => {
  const title = `How “${name}” is doing`
  return citizenPage(
    'performance',
    { back: performanceAt },
    { title },
    {
      title,
      figures: figuresOf(months, { hides: true }),
      links: [{ href: `${performanceAt}/data/${id}.csv`, text: 'Get this data as CSV' }],
    },
  )
}
