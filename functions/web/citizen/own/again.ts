// "Start another with the same details": whoever applies often gives their own and the applicant's details once.
import { safeEmail } from '#domain/cases/contact.ts'
import { changed, type Draft, savedIn } from '#domain/forms/answered/draft.ts'
import { text } from '#domain/forms/ask.ts'
import { answerOf, problemsOf } from '#domain/forms/fields/index.ts'
import { page } from '#domain/forms/form.ts'
import type { Problem } from '#domain/forms/kind.ts'
import { migration } from '#domain/forms/versions.ts'
import { londonDay } from '#domain/london.ts'
import type { Service } from '#services/service.ts'
import { journeyOf } from '#usecases/answering/save-page.ts'
import { startDraft } from '#usecases/answering/start-draft.ts'
import { html, type Reply, seeOther } from '#web/http.ts'
import { pages } from '#web/show/citizen/pages.ts'
import { paths } from '#web/show/site.ts'
import { asksBirthDate, birthDatePath } from '../coming-back/birth-date.ts'
import { typedBy } from '../coming-back/tie.ts'
import { yoursOf } from '../coming-back/yours.ts'
import { problemReply } from '../problem.ts'
import { type Answer, around, started, to, type Visit, withSession } from '../visit.ts'
import { firstPage } from '../where.ts'

export const againPath = (reference: string): string => `${paths.mine}/${reference}/again`

type From = { readonly service: Service; readonly draft: Draft; readonly copies: readonly string[] }

const asked = page(
  'again',
  'Start another with the same details',
  {
    called: text('What do you want to call it?', {
      optional: true,
      most: 60,
      hint: 'Only you see this name. It helps you tell your applications apart.',
    }),
  },
  { guidance: ['We copy what you told us about you and the applicant. You can change it.'] },
)

export const showAgain = async (visit: Visit): Promise<Answer> => {
  const from = await fromOf(visit)
  return 'is' in from ? from.reply : againReply(visit, [])
}

export const takeAgain = async (visit: Visit): Promise<Answer> => {
  const { counter, request } = visit
  const from = await fromOf(visit)
  if ('is' in from) return from.reply
  const today = londonDay(counter.clock.now())
  const { called: question = text('Name') } = asked.questions
  const problems = problemsOf(request.posted, 'called', question, today)
  if (problems.length > 0) return againReply(visit, problems)
  const called = answerOf(request.posted, 'called', question, today)
  const begun = await startDraft(
    counter,
    from.service,
    {},
    copiedFrom(visit, from, typeof called === 'string' ? called : ''),
  )
  const draft = await tied(visit, from.service, begun)
  return withSession(
    seeOther(to(from.service, firstPage(from.service, draft, counter.clock))),
    started(visit, from.service, draft),
  )
}

const againReply = (visit: Visit, problems: readonly Problem[]): Reply =>
  html(
    pages.question({
      ...{ around: around(visit, undefined, paths.mine), page: asked, typed: visit.request.posted, problems },
      ...{ action: visit.request.path, button: 'Start another' },
    }),
  )

// Of what is theirs, begun or sent; never of what they only help with.
const fromOf = async (visit: Visit): Promise<From | { readonly is: 'not'; readonly reply: Answer }> => {
  const { counter, request } = visit
  const reference = request.pathValues.reference ?? ''
  const { drafts, cases } = await yoursOf(visit)
  const begun = drafts.find((draft) => draft.reopens === undefined && draft.reference === reference)
  const sent = cases.find((one) => one.reference === reference)
  const service = counter.services.find(({ id }) => id === (begun ?? sent)?.service)
  const draftId = begun?.id ?? sent?.draftId
  const copies = service?.forResident.copies
  const not = (reply: Answer) => ({ is: 'not', reply }) as const
  if (service === undefined || draftId === undefined || copies === undefined)
    return not(problemReply(counter, request, 404))
  if (await asksBirthDate(visit, service, { draftId, reference })) return not(seeOther(birthDatePath(reference)))
  const draft = await counter.drafts.get(draftId)
  return draft === undefined ? not(problemReply(counter, request, 404)) : { service, draft, copies }
}

// As the form asks it now.
const copiedFrom = ({ counter }: Visit, { service, draft, copies }: From, called: string): Partial<Draft> => {
  const change = migration(service.form, draft)
  const saved = savedIn(change === undefined ? draft : changed(draft, change, counter.clock.now()))
  return {
    pages: Object.fromEntries(Object.entries(saved.pages).filter(([key]) => copies.includes(key))),
    ...(called === '' ? {} : { called }),
  }
}

// By the same number and address they come back to it.
const tied = async (visit: Visit, service: Service, draft: Draft): Promise<Draft> => {
  const { counter } = visit
  const { answers } = journeyOf(service, draft, counter.clock)
  const phone = service.codesTo === undefined ? service.applicant(answers).phone : service.codesTo(answers)
  const email = safeEmail(service.applicant(answers))
  const byPhone =
    phone === undefined ? undefined : await counter.drafts.setPhone(draft, { phone, by: typedBy(visit, phone) }, [])
  const now = byPhone?.ok === true ? byPhone.value : draft
  const byEmail = email === undefined ? undefined : await counter.drafts.setEmail(now, email, [])
  return byEmail?.ok === true ? byEmail.value : now
}
