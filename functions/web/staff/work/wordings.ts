// The words of texts: what each says now, its versions, and new words that another manager approves.
import { one, type Problem } from '#domain/forms/kind.ts'
import type { Service } from '#services/service.ts'
import { mayReword, propose, turnWords, type Worded, type WordTurn, wordedOf } from '#usecases/texts/reword.ts'
import { BadRequest, html, type Reply, seeOther } from '#web/http.ts'
import { staffPages } from '#web/show/staff/pages.ts'
import { around, type DeskVisit } from '../visit.ts'

export const wordingAt = '/wordings/{service}/{text}'

export const showWordings = async (visit: DeskVisit): Promise<Reply> => {
  const { desk, user } = visit
  const services = desk.services.filter((service) => mayReword(user, service))
  const kept = await Promise.all(
    services.map(async (service) => ({ service, ...(await desk.wordings.all(service.id)) })),
  )
  return html(staffPages.wordings({ around: around(visit), services: kept }))
}

export const showWording = async (visit: DeskVisit): Promise<Reply> => {
  const { typed } = visit.kept ?? {}
  return wordingReply(visit, typed === undefined ? {} : { words: one(typed, 'words'), why: one(typed, 'why') })
}

export const takeWording = async (visit: DeskVisit): Promise<Reply> => {
  const { desk, request, user } = visit
  const worded = await wordedIn(visit)
  const [words, why] = [one(request.posted, 'words'), one(request.posted, 'why')]
  const done = await propose(desk, worded, { user, typed: words, why })
  if (done.ok) return seeOther(`${addressOf(worded)}?done=proposed`)
  if (done.error === 'not-you') throw new BadRequest(404)
  const problems = done.error === 'changed-elsewhere' ? [elsewhere] : done.error
  return wordingReply(visit, { words, why, problems })
}

const elsewhere: Problem = { field: 'words', words: 'Somebody else wrote new words just now. Look at them first' }

export const takeTurnWords = async (visit: DeskVisit): Promise<Reply> => {
  const { desk, user } = visit
  const worded = await wordedIn(visit)
  const turning = turningIn(visit)
  if (turning === undefined) throw new BadRequest(404)
  const done = await turnWords(desk, worded, { user, turning })
  if (done.ok) return seeOther(`${addressOf(worded)}?done=${turning.is}`)
  if (done.error === 'not-there') throw new BadRequest(404)
  const words =
    done.error === 'not-you'
      ? 'Somebody else than who wrote the words must approve them'
      : 'Somebody changed the texts since you opened this page. Look again, then press the button again'
  return wordingReply(visit, { problems: [{ field: 'versions', words }] })
}

const turningIn = ({ request: { posted } }: DeskVisit): WordTurn | undefined => {
  const is = one(posted, 'do')
  const typed = one(posted, 'version')
  if (is === 'own' || is === 'stop' || is === 'go-on') return { is }
  if (is !== 'approve' && is !== 'back') return undefined
  return /^\d{1,6}$/.test(typed) ? { is, version: Number(typed) } : undefined
}

const addressOf = ({ service, template }: Worded): string =>
  `/wordings/${encodeURIComponent(service.id)}/${encodeURIComponent(template.id)}`

// Another team's texts are as ones that are not there.
const wordedIn = async ({ desk, request, user }: DeskVisit): Promise<Worded> => {
  const { service: id, text = '' } = request.pathValues
  const service: Service | undefined = desk.services.find((each) => each.id === id && mayReword(user, each))
  const worded = service === undefined ? undefined : await wordedOf(desk, service, text)
  if (worded === undefined) throw new BadRequest(404)
  return worded
}

type Said = { readonly words?: string; readonly why?: string; readonly problems?: readonly Problem[] }

const wordingReply = async (visit: DeskVisit, said: Said): Promise<Reply> => {
  const worded = await wordedIn(visit)
  const back = { text: 'Back to the words of texts', href: '/wordings' }
  return html(
    staffPages.wording({
      ...{ around: around(visit, { back }), worded, at: addressOf(worded), userId: visit.user.id },
      ...{ now: visit.desk.clock.now(), done: one(visit.request.query, 'done'), ...said },
    }),
  )
}
