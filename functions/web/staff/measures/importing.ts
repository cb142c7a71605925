// Many numbers of other ways, or many costs, pasted from a spreadsheet: checked, looked at, and then kept, all or none.
import { type ImportOf, imports } from '#domain/measures/books/import.ts'
import type { RowProblem } from '#domain/measures/books/rows.ts'
import { importRows, lookOf, tryImport } from '#usecases/measures/import-rows.ts'
import { BadRequest, html, type Reply, seeOther } from '../../http.ts'
import { type ImportPage, importAt } from '../../show/staff/measures/import-page.ts'
import { channelsAt, costsAt } from '../../show/staff/measures/typed-pages.ts'
import { staffPages } from '../../show/staff/pages.ts'
import { around, type DeskVisit } from '../visit.ts'

export const showImport = (visit: DeskVisit): Reply => importReply(visit, { text: textIn(visit), problems: [] })

const homes: Readonly<Record<ImportOf, string>> = { channels: channelsAt, costs: costsAt }

const importIn = ({ request }: DeskVisit): ImportOf => {
  const found = imports.find((one) => one === request.pathValues.of)
  if (found === undefined) throw new BadRequest(404)
  return found
}

const textIn = ({ kept, request }: DeskVisit): string => (kept?.typed ?? request.posted).rows?.[0] ?? ''

const importReply = (visit: DeskVisit, shown: Pick<ImportPage, 'text' | 'problems' | 'ready' | 'looked'>): Reply => {
  const of = importIn(visit)
  const back = { text: 'Back', href: homes[of] }
  const services = visit.desk.services.map(({ id }) => id)
  return html(
    staffPages.importing({ around: around(visit, { back }), of, services, action: `${importAt}/${of}`, ...shown }),
  )
}

const purpose = 'import looked at'

export const takeImport = async (visit: DeskVisit): Promise<Reply> => {
  const { desk, request, user } = visit
  const [of, text, looked] = [importIn(visit), textIn(visit), request.posted.looked?.[0] ?? '']
  if (looked === '') return checkedReply(visit, [])
  const done = await importRows(desk, {
    ...{ of, text, user },
    looked: (look) => desk.keys.same(looked, desk.keys.hash(purpose, look)),
  })
  if (done.ok) return seeOther(homes[of])
  if (done.error === 'not-you') throw new BadRequest(404)
  return done.error === 'changed-elsewhere'
    ? checkedReply(visit, [changed])
    : importReply(visit, { text, problems: done.error })
}

const changed: RowProblem = { line: 1, words: 'is where to look again: these numbers changed since you checked them' }

const checkedReply = async (visit: DeskVisit, problems: readonly RowProblem[]): Promise<Reply> => {
  const text = textIn(visit)
  const ready = await tryImport(visit.desk, { of: importIn(visit), text, user: visit.user })
  if (!ready.ok) return importReply(visit, { text, problems: ready.error })
  const looked = visit.desk.keys.hash(purpose, lookOf(ready.value))
  return importReply(visit, { text, problems, ready: ready.value, looked })
}
