// Other cases of the same person.
import { one, type Problem } from '#domain/forms/kind.ts'
import type { KinSaid } from '#domain/people/kin.ts'
import { sayKin, seeKin } from '#usecases/people/kin.ts'
import { BadRequest, html, type Reply, seeOther } from '../../http.ts'
import { kinAt } from '../../show/staff/case/kin-page.ts'
import { staffPages } from '../../show/staff/pages.ts'
import { around, backToCase, type CaseVisit } from '../visit.ts'
import { shownBy } from '../worklist.ts'

export const showKin = (visit: CaseVisit): Promise<Reply> => kinReply(visit, [])

const saids: readonly KinSaid[] = ['same', 'other', 'taken-back']

export const takeKin = async (visit: CaseVisit): Promise<Reply> => {
  const { desk, user, request, whole } = visit
  const other = one(request.posted, 'other')
  const is = saids.find((said) => said === one(request.posted, 'is'))
  if (is === undefined) return kinReply(visit, [{ field: 'is', words: 'Select what you found' }])
  const said = await sayKin(desk, user, { subject: whole.subject, other, is, typed: one(request.posted, 'reason') })
  if (said.ok || said.error === 'changed-elsewhere') return seeOther(kinAt(whole.subject.reference))
  if (said.error === 'not-there') throw new BadRequest(404)
  return kinReply(visit, said.error)
}

const kinReply = async (visit: CaseVisit, problems: readonly Problem[]): Promise<Reply> => {
  const { desk, user, whole, request } = visit
  const cases = await seeKin(desk, user, whole.subject)
  const given = { reference: whole.subject.reference, cases, ...shownBy(desk.services), problems }
  return html(staffPages.kin({ around: around(visit, backToCase(visit)), ...given, typed: request.posted }))
}
