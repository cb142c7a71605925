// A mobile number given on a page of the form is the way back in: nobody has to think of saving. It follows when it is corrected, and goes when it
// is taken back or is not safe to text.
import type { Answers } from '#domain/forms/answered/answers.ts'
import { questionsOn } from '#domain/forms/answered/answers.ts'
import type { Step } from '#domain/forms/answered/journey.ts'
import type { Service } from '#services/service.ts'
import type { Tie } from '#usecases/ports/access.ts'
import type { DraftVisit, Visit } from '../visit.ts'

// `before`: the answers as they were before this page was saved.
export const tieToPhone = async (visit: DraftVisit, step: Step, before: Answers): Promise<void> => {
  const { counter, draft, service, walk } = visit
  const [was, is] = [codesTo(service, before), codesTo(service, walk.answers)]
  if (is !== undefined && is !== draft.phone && (was !== is || (draft.phone === undefined && asksMobile(step))))
    await counter.drafts.setPhone(draft, { phone: is, by: typedBy(visit, is) }, [])
  if (is === undefined && was !== undefined && was === draft.phone)
    await counter.drafts.setPhone(draft, { by: 'anybody' }, [])
}

const codesTo = (service: Service, answers: Answers): string | undefined =>
  service.codesTo === undefined ? service.applicant(answers).phone : service.codesTo(answers)

const asksMobile = ({ page }: Step): boolean =>
  questionsOn(page).some(({ question }) => question.kind === 'phone' && question.mobile === true)

// Whoever proved this very number in this browser is its owner; anybody may type anybody's.
export const typedBy = ({ counter, session }: Visit, phone: string): Tie['by'] =>
  session.owner === counter.keys.hash('phone', phone) ? 'owner' : 'anybody'
