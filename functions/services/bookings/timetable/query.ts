// What the answers so far ask of the timetable.
import type { Lookup } from '#domain/forms/condition.ts'
import type { SlotQuery } from '#domain/slots/timetable.ts'
import { timetable } from './timetable-data.ts'

export const slotQuery = (answers: Lookup): SlotQuery | undefined => {
  const [type, how, office, needs, interpreter] = ['whatFor', 'how', 'office', 'needs', 'interpreter'].map(
    answers.answer,
  )
  if (typeof type !== 'string') return undefined
  // Where how to meet is not asked, it is at an office.
  const place = how === undefined || how === 'office' ? office : how
  if (typeof place !== 'string') return undefined
  const wanted = Array.isArray(needs) ? needs.filter((need) => typeof need === 'string') : []
  const query = {
    ...{ type, place },
    features: wanted.filter((need) => roomFeatures.has(need)),
    interpreter: interpreter === 'yes' || wanted.includes('bsl'),
  }
  return timetable.types[type]?.group === true ? inGroup(query, answers.answer('companion') === 'yes') : query
}

const roomFeatures = new Set(['step-free', 'hearing-loop', 'quiet'])

// No workshop is in a quiet room. Whoever comes with them, to interpret too, has a seat.
const inGroup = (query: SlotQuery, companion: boolean): SlotQuery => ({
  ...query,
  features: query.features.filter((need) => need !== 'quiet'),
  seats: companion || query.interpreter ? 2 : 1,
})
