// What the answers so far ask of the timetable.
import type { Lookup } from '#domain/forms/condition.ts'
import type { SlotQuery } from '#domain/slots/timetable.ts'

export const slotQuery = (answers: Lookup): SlotQuery | undefined => {
  const [type, how, office, needs, interpreter] = ['whatFor', 'how', 'office', 'needs', 'interpreter'].map(
    answers.answer,
  )
  if (typeof type !== 'string') return undefined
  // Where how to meet is not asked, it is at an office.
  const place = how === undefined || how === 'office' ? office : how
  if (typeof place !== 'string') return undefined
  const wanted = Array.isArray(needs) ? needs.filter((need) => typeof need === 'string') : []
  return {
    type,
    place,
    features: wanted.filter((need) => roomFeatures.has(need)),
    interpreter: interpreter === 'yes' || wanted.includes('bsl'),
  }
}

const roomFeatures = new Set(['step-free', 'hearing-loop', 'quiet'])
