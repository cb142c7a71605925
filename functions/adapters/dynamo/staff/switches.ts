// The switches: one small item. It stands in the table, not in AWS AppConfig, so that a laptop and a test have them as they are deployed,
// and no page waits for one service more.
import { type Switches, switchId, type Turn, untouched } from '#domain/switches/switches.ts'
import type { SwitchStore } from '#usecases/ports/switches.ts'
import { dataOf, itemOf, keyItem, type Table } from '../client.ts'
import { putAtVersion, putNew } from '../conditions.ts'
import { keys } from '../table.ts'
import { because, written } from '../transact.ts'

export const switchStore = (table: Table): SwitchStore => ({
  get: async () => {
    const { Item: item } = await table.client.getItem({
      TableName: table.name,
      Key: keyItem(keys.switches()),
      ConsistentRead: true,
    })
    return item === undefined ? untouched : dataOf<Switches>(item)
  },
  turn: async (id, after, turn) => {
    // As they stood when the page was opened; the first turn makes the item.
    const puts = [
      putAtVersion(table.name, itemOf(keys.switches(), after, { version: after.version }), turn.version - 1),
      putNew(table.audit, itemOf(keys.auditOf(turn.byId, id), auditOf(turn))),
    ]
    return written(table, because('changed-elsewhere', puts), id, 'the switch was turned')
  },
})

// The reason stands with the switch: staff typed it.
const auditOf = ({ at: when, byId: by, name, on, version }: Turn) => ({
  at: when,
  by,
  did: on ? 'turn-on' : 'turn-off',
  allowed: true,
  on: switchId(name),
  version,
})
