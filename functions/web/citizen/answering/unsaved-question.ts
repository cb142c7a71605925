// A page of questions while nothing may be saved: shown again as it was typed.
import { keepFields } from '#domain/forms/fields/index.ts'
import type { Answer, DraftVisit } from '../visit.ts'
import { lockedReply } from './cannot-save.ts'
import { elsewhere, questionReply, stepAt } from './question.ts'

export const unsavedQuestion = async (visit: DraftVisit): Promise<Answer> => {
  const step = stepAt(visit)
  if (step === undefined) return elsewhere(visit)
  const typed = keepFields(visit.request.posted, step.page.questions)
  const { body = '' } = await questionReply(visit, step, { typed, problems: [], notSaved: true })
  return lockedReply(body)
}
