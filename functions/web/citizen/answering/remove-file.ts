// Taking a file out again, before the application is sent. Only a file of this very draft and question is found; one that is gone already is
// no problem.
import { one } from '#domain/forms/kind.ts'
import { filesAsked, uploadedFor, withoutFile } from '#usecases/answering/take-uploads.ts'
import { seeOther } from '#web/http.ts'
import { problemReply } from '../problem.ts'
import { type Answer, changing, type DraftVisit, to } from '../visit.ts'
import { elsewhere, stepAt } from './question.ts'

export const removeFile = async (visit: DraftVisit): Promise<Answer> => {
  const { counter, draft, request, service } = visit
  const step = stepAt(visit)
  const asked = step === undefined ? undefined : filesAsked(step)
  if (step === undefined || asked === undefined) return elsewhere(visit)
  const files = await counter.uploads.ofDraft(draft.id)
  const file = uploadedFor(files, { question: asked.id, item: step.item ?? '' }).find(
    ({ id }) => id === one(request.posted, 'file'),
  )
  if (file !== undefined) {
    const saved = await withoutFile(counter, draft, { step, id: file.id })
    if (saved?.ok === false) return problemReply(counter, request, 409)
    await counter.uploads.remove(draft, file)
  }
  return seeOther(to(service, step.key) + (changing(request) ? '?change=1' : ''))
}
