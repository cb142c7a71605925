// Saved views, an item for each person and each team: a worklist reads all that its reader has at once.
import type { KeptViews, SavedView, ViewOwner } from '#domain/cases/desk/views.ts'
import type { ViewStore } from '#usecases/ports/team.ts'
import { batchOf } from '../batch.ts'
import { dataOf, itemOf, keyItem, numberAt, type Table, textAt } from '../client.ts'
import { putAtVersion, putNew } from '../conditions.ts'
import { type Key, keys } from '../table.ts'
import { because, written } from '../transact.ts'

export const viewStore = (table: Table): ViewStore => ({
  of: async (owners) => {
    const items = await batchOf(
      table,
      owners.map((owner) => keyItem(keyFor(owner))),
    )
    return owners.map((owner): KeptViews => {
      const item = items.find((one) => textAt(one, 'pk') === keyFor(owner).pk)
      return item === undefined
        ? { owner, version: 0, views: [] }
        : { owner, version: numberAt(item, 'version'), views: dataOf<readonly SavedView[]>(item) }
    })
  },
  keep: async ({ owner, version }, views, { id, ...told }) => {
    const item = itemOf(keyFor(owner), views, { version: version + 1 })
    const puts = [putAtVersion(table.name, item, version), putNew(table.audit, itemOf(keys.auditOf(told.by, id), told))]
    return written(table, because('changed-elsewhere', puts), id, 'a view was kept')
  },
})

const keyFor = (owner: ViewOwner): Key => (owner.is === 'person' ? keys.ownViews(owner.id) : keys.teamViews(owner.team))
