// Finding a case by its reference, or by the applicant's phone. The number is posted: it stands in no address and no log.
import { can } from '#domain/cases/access.ts'
import { code } from '#domain/forms/clean.ts'
import { ukMobile } from '#domain/forms/fields/phone.ts'
import { one, type Problem } from '#domain/forms/kind.ts'
import { londonDay } from '#domain/london.ts'
import { html, type Reply, seeOther } from '../http.ts'
import { staffPages } from '../show/staff/pages.ts'
import { record } from './serve.ts'
import { around, caseAt, type DeskVisit } from './visit.ts'
import { shownBy } from './worklist.ts'

export const showFind = (visit: DeskVisit): Reply => html(staffPages.find(found(visit, '', {})))

export const takeFind = async (visit: DeskVisit): Promise<Reply> => {
  const typed = one(visit.request.posted, 'for')
  const reference = code(typed).toUpperCase()
  if (/^[A-Z][A-Z0-9]{7}$/.test(reference)) return seeOther(caseAt(reference))
  const phone = ukMobile(typed)
  if (phone === undefined) return html(staffPages.find(found(visit, typed, { problems: [problem] })))
  const { cases } = await visit.desk.find.byOwner(visit.desk.keys.hash('phone', phone))
  await record(visit, 'find-by-phone', true)
  const mine = cases.filter((subject) => can(visit.user, 'see-case', { subject }))
  return html(staffPages.find(found(visit, typed, { cases: mine })))
}

const problem: Problem = { field: 'for', words: 'Enter a reference, like H2345678, or a UK mobile number' }

type Found = Partial<Pick<Parameters<typeof staffPages.find>[0], 'cases' | 'problems'>>

const found = (visit: DeskVisit, typed: string, { cases, problems = [] }: Found) => ({
  around: around(visit),
  typed,
  problems,
  ...(cases === undefined ? {} : { cases }),
  ...shownBy(visit.desk.services),
  today: londonDay(visit.desk.clock.now()),
})
