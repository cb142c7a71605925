// Staff change how an applicant is contacted, for whoever asks them: the form's own questions on one page, then sent as the applicant would
// send them. What was said before stays in the history beside what is said now.
import { can } from '#domain/cases/access.ts'
import type { WhoAsked } from '#domain/cases/asked-by.ts'
import type { Case, Staff } from '#domain/cases/case.ts'
import { changed, type Draft, pageSaved } from '#domain/forms/answered/draft.ts'
import { stepsAt } from '#domain/forms/answered/journey.ts'
import { type KeptPage, keptPages } from '#domain/forms/answered/parted.ts'
import { keepFields } from '#domain/forms/fields/index.ts'
import type { Problem, Typed } from '#domain/forms/kind.ts'
import { londonDay } from '#domain/london.ts'
import { no, ok, type Result } from '#domain/result.ts'
import type { Service } from '#services/service.ts'
import { journeyOf } from '../answering/save-page.ts'
import type { SubmitPorts, SubmitRefusal } from '../answering/submit-application.ts'
import { draftToAsk, type SentAnswers, sentAnswers } from '../casework/ask-for-more.ts'
import { takesOwn } from '../casework/own-accord.ts'
import { sendAnswers } from '../casework/send-answers.ts'
import type { UploadStore } from '../ports/files.ts'
import type { DraftStore } from '../ports/stores.ts'

type Ports = SubmitPorts & { readonly drafts: DraftStore; readonly uploads: UploadStore }

type Whose = { readonly service: Service; readonly subject: Case; readonly user: Staff }

const pagesOf = ({ form, forResident }: Service): readonly KeptPage[] =>
  form.sections.flatMap(keptPages).filter(({ key }) => forResident.contact?.includes(key) === true)

// Whoever may not see one of these answers may not change them either, nor whoever opened the case in
// an emergency, to read and to note.
export const mayContact = ({ service, subject, user }: Whose, now: number): boolean => {
  const questions = pagesOf(service).flatMap(({ page }) => Object.values(page.questions))
  return (
    questions.length > 0 &&
    can(user, 'note', { subject }) &&
    user.emergency?.reference !== subject.reference &&
    (can(user, 'see-sensitive', { subject }) || questions.every(({ sensitive }) => sensitive !== true)) &&
    takesOwn(service.workflow, subject, 'take-contact', londonDay(now)) !== undefined
  )
}

export type Asking = { readonly pages: readonly KeptPage[]; readonly typed: Typed; readonly sent: SentAnswers }

/** The questions, as they are answered now. Undefined where they cannot be changed here. */
export const contactAsked = async (ports: Ports, whose: Whose): Promise<Asking | undefined> => {
  if (!mayContact(whose, ports.clock.now())) return undefined
  const sent = await sentAnswers(ports, whose.service, whose.subject)
  if (sent === undefined) return undefined
  const pages = pagesOf(whose.service)
  const { saved } = sent.walk.answers
  return { pages, sent, typed: Object.assign({}, ...pages.map(({ key }) => saved.pages[key] ?? {})) }
}

type Given = Asking & { readonly posted: Typed; readonly asked: WhoAsked }

export const contactForCaller = async (
  ports: Ports,
  whose: Whose,
  { pages, sent, posted, asked }: Given,
): Promise<Result<null, readonly Problem[] | SubmitRefusal>> => {
  const { service, subject, user } = whose
  const keys = pages.map(({ key }) => key)
  const opened = draftToAsk(ports, { service, subject, sent, keys, message: '', own: 'take-contact' })
  const now = ports.clock.now()
  const draft = pages.reduce<Draft>(
    (so, { key, page }) => ({
      ...changed(so, pageSaved(key, keepFields(posted, page.questions)), now),
      version: opened.version,
    }),
    opened,
  )
  const walk = journeyOf(service, draft, ports.clock)
  const problems = stepsAt(walk, keys).flatMap((step) => walk.problems(step))
  if (problems.length > 0) return no(problems)
  // One save, and the change that closes it.
  await ports.cases.open(subject, draft, await filesOf(ports, sent))
  const words = 'changed how we contact the applicant, as they were asked to'
  const done = await sendAnswers(ports, service, draft, { user, asked, words })
  return done.ok ? ok(null) : no(done.error)
}

const filesOf = async ({ uploads }: Ports, { draft }: SentAnswers) =>
  (await uploads.ofDraft(draft.id)).filter(({ verdict }) => verdict !== 'refused')
