// The performance pages of residents' side. Loaded with the first request for one: nobody else waits
// for charts.
import { definitions } from '#domain/measures/figures/definitions.ts'
import type { SeenMonth } from '#usecases/measures/see-months.ts'
import { citizenPage } from '../citizen/around.ts'
import { figuresOf } from './figures.ts'
import { monthWords } from './month-words.ts'

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

export const howWeCountPage = (): string => {
  const title = 'How we count'
  return citizenPage(
    'words',
    { back: performanceAt },
    { title },
    {
      title,
      words: [
        'A month’s figures are provisional at first. They are final when 28 days are over for everybody who started in it. After that they change only with a reason.',
        'We do not publish numbers from 1 to 4, or a number that would tell one of them.',
      ],
      sections: definitions.map(({ version, from, words }) => ({
        title: `Version ${version}, from ${monthWords(from)}`,
        points: words,
      })),
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
      links: [
        { href: `${performanceAt}/data/${id}.csv`, text: 'Get this data as CSV' },
        { href: `${performanceAt}/data/${id}.csv-metadata.json`, text: 'What its columns are (CSV on the Web)' },
        { href: `${performanceAt}/how-we-count`, text: 'How we count' },
      ],
    },
  )
}
