// A form for one more file, for the script that sends several: it stays on the page, so it needs no way back.
import { filesAsked, newUploadId } from '#usecases/answering/take-uploads.ts'
import { BadRequest } from '#web/http.ts'
import type { Answer, DraftVisit } from '../visit.ts'
import { stepAt } from './question.ts'

export const anotherForm = async (visit: DraftVisit): Promise<Answer> => {
  const { counter, draft } = visit
  const step = stepAt(visit)
  const asked = step === undefined ? undefined : filesAsked(step)
  if (step === undefined || asked === undefined) throw new BadRequest(404)
  const form = await counter.files.uploadForm({
    id: newUploadId(counter.ids),
    draftId: draft.id,
    question: asked.id,
    item: step.item ?? '',
  })
  return { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(form) }
}
