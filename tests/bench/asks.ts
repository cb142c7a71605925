// What each page of the desk asks of the table, as a manager of three teams sees it.
import type { Counting } from '#tests/support/worlds/counting-proxy.ts'
import { load } from './load.ts'
import type { Officer } from './officers.ts'
import { aimed, heading, line } from './said.ts'

export const asksOfDesk = async (counting: Counting, port: number, manager: Officer | undefined): Promise<void> => {
  if (manager === undefined) return
  heading('What pages of the desk ask of DynamoDB, of a manager of three teams')
  const queries = async (steps: Officer['list']): Promise<Readonly<Record<string, number>>> => {
    // Once before, as a function looks once for what an earlier release may have left elsewhere.
    for (const _ of ['before', 'now']) {
      counting.taken()
      await load({ port, people: [steps], forMs: 1 })
    }
    return counting.taken()
  }
  const told = { list: 'a team’s cases', closed: 'all closed cases' } as const
  for (const [list, what] of Object.entries(told)) {
    const { Query = 0 } = await queries(list === 'list' ? manager.list : manager.closed)
    aimed(`${what}: queries`, Query, String, { most: 8 })
  }
  const case500 = await queries(manager.long)
  line(
    'a case of 500 events',
    Object.entries(case500)
      .map(([name, count]) => `${count} ${name}`)
      .join(', '),
  )
}
