// What an officer looks for first on a housing case: the band, the bedrooms, the date and the evidence.
import type { Case } from '#domain/cases/case.ts'
import { stillMissing } from '#domain/cases/evidence.ts'
import { placedNow } from '#domain/cases/placing.ts'
import { inWords } from '#domain/day.ts'
import type { FactShown } from '../../service.ts'

export const housingFacts = (subject: Case): readonly FactShown[] => [
  ...placeFacts(subject),
  ...evidenceFacts(subject.evidence ?? []),
]

// The band that counts; before there is one, what was proposed, and before that what the rules say.
const placeFacts = ({ placing, proposed, assessment }: Case): readonly FactShown[] => {
  const now = placedNow(placing)
  if (now !== undefined) return placeRows(`Band ${now.band}`, now.bedrooms, now.effectiveDate)
  if (proposed !== undefined)
    return placeRows(`Band ${proposed.band}, proposed`, proposed.bedrooms, proposed.effectiveDate)
  const answer = (id: string) => assessment?.parts.filter((part) => part.id === id).map((part) => part.answer) ?? []
  return [
    { question: 'Band', lines: answer('band'), sensitive: true },
    { question: 'Bedrooms', lines: answer('bedrooms'), sensitive: true },
  ].filter(({ lines }) => lines.length > 0)
}

const placeRows = (band: string, bedrooms: number | undefined, date: string): readonly FactShown[] => [
  { question: 'Band', lines: [band], sensitive: true },
  ...(bedrooms === undefined ? [] : [{ question: 'Bedrooms', lines: [String(bedrooms)], sensitive: true }]),
  { question: 'Effective date', lines: [inWords(date)], sensitive: true },
]

const evidenceFacts = (evidence: NonNullable<Case['evidence']>): readonly FactShown[] => {
  const needed = evidence.filter((item) => !item.evidence.optional && !item.evidence.internal)
  const settled = needed.length - stillMissing(evidence).length
  return needed.length === 0
    ? []
    : [{ question: 'Evidence', lines: [`${settled} of ${needed.length} accepted`], sensitive: true }]
}
