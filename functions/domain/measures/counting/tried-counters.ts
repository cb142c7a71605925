// What a draft's tries for a time add to the sums (docs/rules/measures.md, "Appointments").
import { triesIn } from '#domain/forms/answered/tried.ts'
import type { StartFact } from './facts.ts'

export const triedCounters = ({ tried }: StartFact): readonly string[] => {
  if (tried === undefined) return []
  return [
    ...times('tries', triesIn(tried)),
    ...times('tries.held', tried.held),
    ...Object.entries(tried.wanted).flatMap(([hour, count]) => times(`wanted.${hour}`, count)),
    ...Object.entries(tried.asked).flatMap(([hour, count]) => times(`asked.${hour}`, count)),
  ]
}

const times = (name: string, count: number): readonly string[] => Array.from({ length: count }, () => name)
