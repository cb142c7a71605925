// A case in the hands of whoever sent it: found among what this browser may see, and opened only once the
// date of birth was given where the form asked for one.
import type { Service } from '#services/service.ts'
import type { Yours } from '#usecases/ports/access.ts'
import type { WholeCase } from '#usecases/ports/stores.ts'
import { seeOther } from '../../http.ts'
import type { Around } from '../../show/citizen/around.ts'
import { paths } from '../../show/site.ts'
import { asksBirthDate, birthDatePath } from '../coming-back/birth-date.ts'
import { helpedHere, yoursOf } from '../coming-back/yours.ts'
import { problemReply } from '../problem.ts'
import { type Answer, around, type Visit } from '../visit.ts'

export type SentVisit = Visit & { readonly service: Service; readonly whole: WholeCase; readonly yours: Yours }

export const inOwnCase =
  (answer: Own, toHelper?: Own) =>
  async (visit: Visit): Promise<Answer> => {
    const { counter, request } = visit
    const reference = request.pathValues.reference ?? ''
    const yours = await yoursOf(visit)
    const listed = yours.cases.find((one) => one.reference === reference)
    const service = counter.services.find(({ id }) => id === listed?.service)
    if (listed === undefined && toHelper !== undefined) return inHelpedCase(visit, reference, toHelper)
    if (service === undefined || listed === undefined) return problemReply(counter, request, 404)
    if (await asksBirthDate(visit, service, listed)) return seeOther(birthDatePath(reference))
    const whole = await counter.cases.whole(reference)
    return whole === undefined ? problemReply(counter, request, 404) : answer({ ...visit, service, whole, yours })
  }

type Own = (visit: SentVisit) => Promise<Answer> | Answer

// Whom the applicant lets help, until they change what they sent; nobody where they told that somebody may harm them.
const inHelpedCase = async (visit: Visit, reference: string, answer: Own): Promise<Answer> => {
  const { counter, request } = visit
  const found = (await helpedHere(visit)).find(({ draft }) => draft.caseReference === reference)
  const whole = found === undefined ? undefined : await counter.cases.whole(reference)
  const service = counter.services.find(({ id }) => id === whole?.subject.service)
  const may = whole?.subject.draftId === found?.draft.id && whole?.subject.sensitive !== true
  if (whole === undefined || service === undefined || !may) return problemReply(counter, request, 404)
  return answer({ ...visit, service, whole, yours: { drafts: [], cases: [] } })
}

export const ownPath = (reference: string, page?: string): string =>
  page === undefined ? `${paths.mine}/${reference}` : `${paths.mine}/${reference}/${page}`

// Whoever told that they are not safe can leave each page of their case at once, and its title in the browser tells nothing.
export const aroundOwn = (visit: SentVisit, back = ownPath(visit.whole.subject.reference)): Around => ({
  ...around(visit, undefined, back),
  ...(visit.whole.subject.sensitive === true ? { exit: true, neutral: true } : {}),
})

export const holderOf = ({ session: { owner } }: SentVisit) => (owner === undefined ? {} : { holder: owner })

export const backTo = (visit: SentVisit): Answer => seeOther(ownPath(visit.whole.subject.reference))
