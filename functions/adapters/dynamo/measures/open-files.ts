// Published files, each as it was made: put if absent, and never changed.
import type { OpenFile, OpenFiles } from '#usecases/ports/measures.ts'
import { dataOf, itemOf, type Table } from '../client.ts'
import { ifHeld, putNew } from '../conditions.ts'
import { allUnder } from '../every.ts'
import { keys } from '../table.ts'

export const openFileStore = (table: Table): OpenFiles => ({
  of: async (service) =>
    (await allUnder(table, table.name, keys.openFile(service, '', '').pk)).map((item) => dataOf<OpenFile>(item)),
  put: async (service, file) => {
    const item = itemOf(keys.openFile(service, file.month, file.edition), file)
    await ifHeld(table.client.putItem(putNew(table.name, item).Put))
  },
})
