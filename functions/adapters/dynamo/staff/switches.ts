// The switches: one small item. It stands in the table, not in AWS AppConfig, so that a laptop and a test have them as they are deployed,
// and no page waits for one service more.
import { no, ok } from '#domain/result.ts'
import { type Switches, switchId, type Turn, untouched } from '#domain/switches/switches.ts'
import type { SwitchStore } from '#usecases/ports/switches.ts'
import { dataOf, itemOf, keyItem, type Table } from '../client.ts'
import { keys } from '../table.ts'
import { transact } from '../transact.ts'

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
    const done = await transact(
      table,
      [
        {
          Put: { TableName: table.name, Item: itemOf(keys.switches(), after, { version: after.version }), ...at(turn) },
        },
        {
          Put: {
            TableName: table.audit,
            Item: itemOf(keys.auditOf(turn.byId, id), auditOf(turn)),
            ConditionExpression: 'attribute_not_exists(pk)',
          },
        },
      ],
      id,
    )
    if (done.ok) return ok(null)
    if (done.error.is === 'unknown') throw new Error('Nobody knows whether the switch was turned')
    return no('changed-elsewhere')
  },
})

// As they stood when the page was opened; the first turn makes the item.
const at = ({ version }: Turn) =>
  version === 1
    ? { ConditionExpression: 'attribute_not_exists(pk)' }
    : {
        ConditionExpression: '#version = :seen',
        ExpressionAttributeNames: { '#version': 'version' },
        ExpressionAttributeValues: { ':seen': { N: String(version - 1) } },
      }

// The reason stands with the switch: staff typed it.
const auditOf = ({ at: when, byId: by, name, on, version }: Turn) => ({
  at: when,
  by,
  did: on ? 'turn-on' : 'turn-off',
  allowed: true,
  on: switchId(name),
  version,
})
