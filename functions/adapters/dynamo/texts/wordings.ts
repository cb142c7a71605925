// The words of texts as staff changed them, service by service: an item for what counts, and one for each version.
import type { Live, Wording } from '#domain/texts/wording.ts'
import { untouchedWording } from '#domain/texts/wording.ts'
import type { AuditEntry } from '#usecases/ports/staff.ts'
import type { WordingStore } from '#usecases/ports/texts.ts'
import { dataOf, itemOf, keyItem, type SealedTable, textAt } from '../client.ts'
import { putAtVersion, putNew } from '../conditions.ts'
import { allUnder } from '../every.ts'
import { keys } from '../table.ts'
import { because, written } from '../transact.ts'

type Kept = Pick<SealedTable, 'client' | 'name' | 'audit'>

export const wordingStore = (table: Kept): WordingStore => ({
  live: async (service) => {
    const { Item: item } = await table.client.getItem({ TableName: table.name, Key: keyItem(keys.liveWords(service)) })
    return item === undefined ? untouchedWording : dataOf<Live>(item)
  },
  all: async (service) => {
    const found = await allUnder(table, table.name, keys.liveWords(service).pk)
    const head = found.find((item) => textAt(item, 'sk') === keys.liveWords(service).sk)
    return {
      live: head === undefined ? untouchedWording : dataOf<Live>(head),
      wordings: found.filter((item) => item !== head).map((item) => dataOf<Wording>(item)),
    }
  },
  propose: (wording, entry) =>
    written(
      table,
      because('changed-elsewhere', [putNew(table.name, wordingItem(wording, 1)), auditPut(table, entry)]),
      entry.id,
      'the words were stored',
    ),
  turn: (service, turn) => turned(table, service, turn),
})

const turned = (
  table: Kept,
  service: string,
  { after, approves, entry }: Parameters<WordingStore['turn']>[1],
): ReturnType<WordingStore['turn']> =>
  written(
    table,
    because('changed-elsewhere', [
      putAtVersion(table.name, itemOf(keys.liveWords(service), after, { version: after.version }), after.version - 1),
      ...(approves === undefined ? [] : [putAtVersion(table.name, wordingItem(approves, 2), 1)]),
      auditPut(table, entry),
    ]),
    entry.id,
    'what counts was stored',
  )

// Version 1 of the item as it was proposed, 2 as it was approved: it changes once.
const wordingItem = (wording: Wording, version: 1 | 2) =>
  itemOf(keys.wording(wording.service, nameOf(wording)), wording, { version })

// Versions sort as text.
const nameOf = ({ template, version }: Wording): string => `${template}#${String(version).padStart(6, '0')}`

const auditPut = (table: Kept, { id, by, ...told }: AuditEntry) =>
  putNew(table.audit, itemOf(keys.auditOf(by, id), { ...told, by }))
