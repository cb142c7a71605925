// Published files, each as it was made: put if absent, and never changed.
import type { OpenFile, OpenFiles } from '#usecases/ports/measures.ts'
import { dataOf, itemOf, type Table } from '../client.ts'
import { isConditionFailed } from '../db.ts'
import { allUnder } from '../every.ts'
import { keys } from '../table.ts'

export const openFileStore = (table: Table): OpenFiles => ({
  of: async (service) =>
    (await allUnder(table, table.name, keys.openFile(service, '', '').pk)).map((item) => dataOf<OpenFile>(item)),
  put: async (service, file) => {
    try {
      await table.client.putItem({
        TableName: table.name,
        Item: itemOf(keys.openFile(service, file.month, file.edition), file),
        ConditionExpression: 'attribute_not_exists(pk)',
      })
    } catch (error) {
      if (!isConditionFailed(error)) throw error
    }
  },
})
