// Long lists that are wanted as files: whose, what for, and whether another manager agreed.
import type { ListRequest } from '#domain/sharing/list-file.ts'
import type { Variables } from '#web/template-runtime.ts'
import { onOneLine } from '../../controls/entered.ts'
import { moment } from '../../when.ts'
import { type StaffAround, staffPage } from '../around.ts'

export const listsAt = '/lists'

export type ListsPage = {
  readonly around: StaffAround
  readonly lists: readonly ListRequest[]
  readonly purposes: Readonly<Record<string, string>>
  readonly me: string
}

const title = 'Long lists as files'

export const listsPage = ({ around, lists, purposes, me }: ListsPage): string =>
  staffPage(
    'lists',
    around,
    { title },
    { title, action: listsAt, rows: lists.map((list) => rowOf(list, purposes, me)) },
  )

const rowOf = (list: ListRequest, purposes: ListsPage['purposes'], me: string): Variables => {
  const { id, by, query, purpose, why, rows, at, agreed } = list
  const mine = by.id === me
  return {
    id,
    who: `${onOneLine(by.name)}, ${moment(at)}`,
    href: `/cases?${query}`,
    rows: rows.toLocaleString('en-GB'),
    lines: [
      purposes[purpose] ?? purpose,
      onOneLine(why),
      agreed === undefined
        ? 'Waits for another manager to agree'
        : `${onOneLine(agreed.name)} agreed on ${moment(agreed.at)}`,
    ],
    does: agreed === undefined ? (mine ? '' : 'agree') : mine ? 'get' : '',
  }
}
