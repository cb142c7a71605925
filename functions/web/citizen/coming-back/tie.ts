// A mobile number or an email address given on a page of the form is a way back in: nobody has to think of saving. It follows when it is corrected,
// and goes when it is taken back or is not safe to write to.
import { safeEmail } from '#domain/cases/contact.ts'
import type { Answers } from '#domain/forms/answered/answers.ts'
import { questionsOn } from '#domain/forms/answered/answers.ts'
import type { Draft } from '#domain/forms/answered/draft.ts'
import type { Step } from '#domain/forms/answered/journey.ts'
import type { Result } from '#domain/result.ts'
import type { Service } from '#services/service.ts'
import type { Tie } from '#usecases/ports/access.ts'
import type { DraftVisit, Visit } from '../visit.ts'
import { mayEmail } from './by-email.ts'

// `before`: the answers as they were before this page was saved.
export const tieToWaysBack = async (visit: DraftVisit, step: Step, before: Answers): Promise<void> => {
  const draft = await tieToPhone(visit, step, before)
  await tieToEmail({ ...visit, draft }, before)
}

// The draft after it: changed elsewhere, the next save finds it so.
const tieToPhone = async (visit: DraftVisit, step: Step, before: Answers): Promise<Draft> => {
  const { counter, draft, service, walk } = visit
  const [was, is] = [codesTo(service, before), codesTo(service, walk.answers)]
  if (is !== undefined && is !== draft.phone && (was !== is || (draft.phone === undefined && asksMobile(step))))
    return after(draft, await counter.drafts.setPhone(draft, { phone: is, by: typedBy(visit, is) }, []))
  if (is === undefined && was !== undefined && was === draft.phone)
    return after(draft, await counter.drafts.setPhone(draft, { by: 'anybody' }, []))
  return draft
}

const after = (draft: Draft, done: Result<Draft, unknown>): Draft => (done.ok ? done.value : draft)

// An address to save by stays as it is while the form's own is not changed.
const tieToEmail = async ({ counter, draft, service, walk }: DraftVisit, before: Answers): Promise<void> => {
  const [was, is] = [before, walk.answers].map((answers) => safeEmail(service.applicant(answers)))
  if (is !== undefined && is !== draft.email && (was !== is || draft.email === undefined))
    await counter.drafts.setEmail(draft, is, [])
  if (is === undefined && draft.email !== undefined && (was === draft.email || !mayEmail({ service, walk })))
    await counter.drafts.setEmail(draft, undefined, [])
}

const codesTo = (service: Service, answers: Answers): string | undefined =>
  service.codesTo === undefined ? service.applicant(answers).phone : service.codesTo(answers)

const asksMobile = ({ page }: Step): boolean =>
  questionsOn(page).some(({ question }) => question.kind === 'phone' && question.mobile === true)

// Whoever proved this very number in this browser is its owner; anybody may type anybody's.
export const typedBy = ({ counter, session }: Visit, phone: string): Tie['by'] =>
  session.owner === counter.keys.hash('phone', phone) ? 'owner' : 'anybody'
