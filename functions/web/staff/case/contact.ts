// New contact details, typed for whoever calls.
import { askedIn } from '#domain/cases/asked-by.ts'
import { keepFields, problemsOf } from '#domain/forms/fields/index.ts'
import { one, type Problem, type Typed } from '#domain/forms/kind.ts'
import { londonDay } from '#domain/london.ts'
import { askedQuestions } from '#services/asked-questions.ts'
import { type Asking, contactAsked, contactForCaller } from '#usecases/team/contact-for-caller.ts'
import { textOn } from '#usecases/texts/undelivered-texts.ts'
import { BadRequest, html, type Reply, seeOther } from '#web/http.ts'
import { staffPages } from '#web/show/staff/pages.ts'
import { textAddress } from '#web/show/staff/undelivered-pages.ts'
import { around, backToCase, type CaseVisit, caseAt } from '../visit.ts'

export const showContact = async (visit: CaseVisit): Promise<Reply> => {
  const asking = await askingOf(visit)
  return contactReply(visit, asking, visit.kept?.typed ?? asking.typed, [])
}

export const takeContact = async (visit: CaseVisit): Promise<Reply> => {
  const { desk, request, service, whole, user } = visit
  const { subject } = whole
  const asking = await askingOf(visit)
  const typed = keepFields(request.posted, askedQuestions)
  const today = londonDay(desk.clock.now())
  const wrong = Object.entries(askedQuestions).flatMap(([id, question]) => problemsOf(typed, id, question, today))
  if (wrong.length > 0) return contactReply(visit, asking, request.posted, wrong)
  const given = { ...asking, posted: request.posted, asked: askedIn(typed) }
  const done = await contactForCaller(desk, { service, subject, user }, given)
  if (done.ok) return seeOther(afterwards(visit))
  if (typeof done.error !== 'string' && 'map' in done.error)
    return contactReply(visit, asking, request.posted, done.error)
  return contactReply(visit, asking, request.posted, [elsewhere])
}

const elsewhere: Problem = {
  field: 'main-content',
  words: 'Somebody changed the case since you opened this page. Check what you typed, then save it again',
}

// Whoever came from a message that did not arrive sends it again next.
const afterwards = ({ request, whole: { subject, texts } }: CaseVisit): string => {
  const failed = textOn(subject, texts, one(request.query, 'text'))
  return failed === undefined ? caseAt(subject.reference) : textAddress(subject.reference, failed.id)
}

const askingOf = async ({ desk, service, whole, user }: CaseVisit): Promise<Asking> => {
  const asking = await contactAsked(desk, { service, subject: whole.subject, user })
  if (asking === undefined) throw new BadRequest(404)
  return asking
}

const queryIn = ({ request: { query } }: CaseVisit): string =>
  query.text === undefined ? '' : `?${new URLSearchParams({ text: one(query, 'text') })}`

const contactReply = (visit: CaseVisit, { pages }: Asking, typed: Typed, problems: readonly Problem[]): Reply => {
  const asked = { key: 'asked', page: { id: 'asked', title: 'Who asked?', questions: askedQuestions } }
  return html(
    staffPages.bookForCaller({
      around: around(visit, backToCase(visit)),
      title: 'Change how we contact them',
      told: [
        'Make sure first that you speak to the right person: ask for their date of birth and address. It counts at once. What they said before stays in the history.',
        'Ask what applies to them, and leave the rest. The page tells you if something is missing.',
      ],
      // Typed line by line: a look-up would send the whole page.
      ...{ pages: [...pages, asked], typed, problems, extra: { manual: true } },
      ...{ action: `${caseAt(visit.whole.subject.reference)}/contact${queryIn(visit)}`, button: 'Save' },
    }),
  )
}
