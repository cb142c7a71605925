// "Keep the time for 10 more minutes": once, from a page that is saved with it or from one that asks
// nothing. A time that is another's by now is said to be gone, on the page where days are chosen.
import { pageSaved } from '#domain/forms/answered/draft.ts'
import { stepThat } from '#domain/forms/answered/journey.ts'
import { one } from '#domain/forms/kind.ts'
import { saveChange } from '#usecases/answering/save-page.ts'
import { holdLonger } from '#usecases/booking/slots.ts'
import { seeOther } from '#web/http.ts'
import { type Answer, type DraftVisit, to } from '../visit.ts'
import { check, instead } from '../where.ts'
import { holdIn } from './held-time.ts'

export const keepTimeLonger = async (visit: DraftVisit): Promise<Answer> => {
  const { counter, draft, walk, service } = visit
  const { booking } = service
  const step = stepThat(walk, 'slot-time')
  if (booking === undefined || step === undefined) return seeOther(backFrom(visit))
  const hold = holdIn({ booking, draft, walk })
  if (hold === undefined || hold.extended === true) return seeOther(backFrom(visit))
  const held = await holdLonger(counter, { booking, lookup: walk.answers, holder: draft.id, hold })
  if (!held.ok) return seeOther(`${to(service, stepThat(walk, 'slot-day')?.key ?? instead(walk))}?taken=1`)
  const typed = { ...draft.pages[step.key], [booking.questions.time]: [held.value.slot.id] }
  await saveChange(counter, draft, pageSaved(step.key, typed, held.value))
  return seeOther(backFrom(visit))
}

// Only to a page of this form.
const backFrom = ({ request, service, walk }: DraftVisit): string => {
  const at = one(request.posted, 'at') || request.path
  const keys = [...walk.sections.flatMap(walk.steps).map(({ key }) => key), check, 'declaration']
  return keys.map((key) => to(service, key)).find((path) => path === at) ?? to(service, instead(walk))
}
