// Which figures a service's page shows, and how each is called.
import { completion } from '#domain/measures/figures/kpis.ts'
import type { SeenMonth } from '#usecases/measures/see-months.ts'
import { shareFigure } from './figure.ts'

export const figuresOf = (months: readonly SeenMonth[], how: { readonly hides: boolean }) => [
  shareFigure(
    {
      ...{ id: 'completion', noun: 'people finish', part: 'Finished', whole: 'Started', share: 'Share who finish' },
      ratio: ({ sums }) => completion(sums),
    },
    months,
    how,
  ),
]
