// "Keep the time for 10 more minutes": once, from a page that is saved with it or from one that asks nothing. A time that is another's by now is
// said to be gone, on the page where days are chosen.
import { savePage } from '#domain/forms/answered/draft.ts'
import { one } from '#domain/forms/kind.ts'
import { saveChange } from '#usecases/answering/save-page.ts'
import { holdLonger } from '#usecases/booking/slots.ts'
import { seeOther } from '#web/http.ts'
import { type Answer, type DraftVisit, to } from '../visit.ts'
import { check, instead } from '../where.ts'
import { keptIn, keptTyped, timeStep } from './kept-time.ts'

export const keepTime = async (visit: DraftVisit): Promise<Answer> => {
  const { counter, draft, walk } = visit
  const step = timeStep(walk)
  const typed = draft.pages[step?.key ?? ''] ?? {}
  const before = keptIn(typed)
  if (step === undefined || before === undefined || before.extended) return seeOther(backFrom(visit))
  const held = await holdLonger(counter, { lookup: walk.answers, holder: draft.id, until: before.until })
  if (!held.ok) return seeOther(`${to(visit.service, 'when/day')}?taken=1`)
  const kept = { ...typed, time: [held.value.slot.id], ...keptTyped({ until: held.value.until, extended: true }) }
  await saveChange(counter, draft, savePage(step.key, kept))
  return seeOther(backFrom(visit))
}

// Only to a page of this form.
const backFrom = ({ request, service, walk }: DraftVisit): string => {
  const at = one(request.posted, 'at') || request.path
  const keys = [...walk.sections.flatMap(walk.steps).map(({ key }) => key), check, 'declaration']
  return keys.map((key) => to(service, key)).find((path) => path === at) ?? to(service, instead(walk))
}
