// A page whose form belongs to nothing that this browser has at hand: what was typed is kept on the page that says so, and is sent from there
// to what it belongs to.
import type { Service } from '#services/service.ts'
import type { BegunDraft } from '#usecases/ports/access.ts'
import { html } from '#web/http.ts'
import { typedIn } from '#web/show/citizen/cannot-save-page.ts'
import { pages } from '#web/show/citizen/pages.ts'
import { paths } from '#web/show/site.ts'
import { tokenFor } from '../../middleware/csrf.ts'
import { heldHere, isKept, yoursOf } from '../coming-back/yours.ts'
import { type Answer, around, changing, exitsAt, tagOf, type Visit } from '../visit.ts'
import { serviceAt } from '../where.ts'
import { placeAt } from './address.ts'

export const notSaved = async (visit: Visit): Promise<Answer> => {
  const { counter, request } = visit
  const service = serviceAt(counter.services, request.path)
  const fields = typedIn(request.posted)
  const exits = service !== undefined && exitsAt(service.form, addressIn(visit, service))
  return html(
    pages.notSaved({
      around: { ...around(visit, service), ...(exits ? { exit: true, neutral: true } : {}) },
      typed: fields.map(({ value }) => value).filter((value) => value.trim() !== ''),
      fields,
      action: request.path + (changing(request) ? '?change=1' : ''),
      begun: service === undefined || !isPage(visit, service) ? [] : await begunOf(visit, service),
    }),
    403,
  )
}

// A page of questions, and nothing that sends, adds or takes away.
const isPage = (visit: Visit, service: Service): boolean => {
  const address = addressIn(visit, service)
  return placeAt(service.form, address).page !== undefined && !/\/(exit|remove|remove-file|upload-form)$/.test(address)
}

const addressIn = ({ request }: Visit, { id }: Service): string => request.path.slice(id.length + 2)

// One that they have to open first is opened in another tab; this page then sends to it.
const begunOf = async (visit: Visit, service: Service) => {
  const [{ drafts }, here] = await Promise.all([yoursOf(visit), heldHere(visit)])
  return drafts
    .filter((draft) => draft.service === service.id && draft.status === 'draft' && isKept(visit, draft))
    .map((draft) => ({
      reference: draft.reopens?.caseReference ?? draft.reference,
      csrf: tokenOf(visit, draft),
      ...(here.has(draft.id) ? {} : { open: `${paths.mine}/continue/${draft.reference}` }),
    }))
}

const tokenOf = ({ counter, request, session }: Visit, { id }: BegunDraft): string =>
  tokenFor(counter.keys, session.id, `${request.id}~${tagOf(counter, id)}`)
