// The law's own time for this kind of application, as a case keeps it until the day that it becomes valid.
import type { Term } from '#domain/rules/statutory.ts'
import { tierFor } from '../delegation/delegation-table.ts'
import type { CaseFacts } from '../ground/case-facts.ts'
import { noticesFor } from '../publicity/publicity-table.ts'
import { periodFor, targetDays } from './clock-table.ts'
import { guaranteeDays } from './guarantee.ts'

export const termOf = (facts: CaseFacts): Term => {
  const period = periodFor(facts)
  const keepsFeeFor = guaranteeDays(facts)
  return {
    code: facts.code,
    days: period.days,
    targetDays: targetDays(period),
    ...(keepsFeeFor === undefined ? {} : { keepsFeeFor }),
    noticeDays: noticesFor(facts).notices.days,
    disregardsHolidays: !facts.environmental,
    approvedBySilence: period.silence === 'approved',
    // Where an officer has still to say, the gateway stands in the way too.
    committee: tierFor(facts).tier !== 1,
  }
}
