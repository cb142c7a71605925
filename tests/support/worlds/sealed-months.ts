// Months that are sealed already, with the counts that a test wants.
import { definitionIn } from '#domain/measures/figures/definitions.ts'
import { finalOn } from '#domain/measures/months.ts'
import type { SumStore } from '#usecases/ports/measures.ts'

export const sealedMonth = async (
  sums: Pick<SumStore, 'seal'>,
  service: string,
  month: string,
  counts: Readonly<Record<string, number>>,
): Promise<void> => {
  await sums.seal(service, {
    ...{ month, edition: 'f', definition: definitionIn(month).version, sums: counts, facts: 1, digest: 'd' },
    sealedAt: Date.parse(`${finalOn(month)}T06:00:00Z`),
  })
}
