// Opening a file: put on record, then an address in the bucket that works for a minute.
import { BadRequest, type Reply, seeOther } from '#web/http.ts'
import { record } from '../serve.ts'
import type { CaseVisit } from '../visit.ts'

export const openFile = async (visit: CaseVisit): Promise<Reply> => {
  const file = visit.whole.files.find(({ id }) => id === visit.request.pathValues.file)
  if (file === undefined || file.verdict !== 'clean') throw new BadRequest(404)
  await record(visit, 'open-file', true)
  return seeOther(await visit.desk.files.openLink(file))
}
