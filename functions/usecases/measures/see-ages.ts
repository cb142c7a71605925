// How old a service's open cases are, state by state. Counts alone: no case is shown.
import { londonDay } from '#domain/london.ts'
import { type Ages, agesOf, type OpenCase } from '#domain/measures/figures/waiting.ts'
import type { Service } from '#services/service.ts'
import type { CaseStore, Clock } from '../ports/stores.ts'

type Ports = { readonly clock: Clock; readonly cases: Pick<CaseStore, 'worklist'> }

const pageSize = 250
// [K] Beyond so many pages the oldest are counted, and the page says that there are more.
const mostPages = 20

export const seeAges = async (
  { clock, cases }: Ports,
  { id, team, workflow }: Pick<Service, 'id' | 'team' | 'workflow'>,
): Promise<{ readonly ages: readonly Ages[]; readonly more: boolean }> => {
  const open: OpenCase[] = []
  let cursor: string | undefined
  for (let left = mostPages; left > 0; left -= 1) {
    const page = await cases.worklist({
      ...{ of: { is: 'open', teams: [team] }, sort: 'received', size: pageSize },
      ...(cursor === undefined ? {} : { cursor }),
    })
    for (const { service, state, openedAt } of page.cases)
      if (service === id)
        open.push({ state, opened: londonDay(openedAt), waits: workflow.states[state]?.waiting === true })
    cursor = page.next
    if (cursor === undefined) break
  }
  return { ages: agesOf(open, londonDay(clock.now())), more: cursor !== undefined }
}
