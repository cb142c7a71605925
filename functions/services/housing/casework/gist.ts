// What a row of a list says of an application for housing: who would live there, and the band.
import type { Case } from '#domain/cases/case.ts'
import type { Gist } from '#domain/cases/desk/row.ts'
import { placedNow } from '#domain/cases/placing.ts'

export const housingGist = (subject: Case): Gist => ({ what: householdOf(subject), ...bandOf(subject) })

// "Applicant, partner, 2 children"
const householdOf = ({ record }: Case): string => {
  const people = record.sections.find(({ id }) => id === 'people')?.parts ?? []
  const related = people.map(({ entries }) => entries.find(({ id }) => id === 'relationship')?.lines[0] ?? '')
  const children = related.filter((one) => /child/i.test(one)).length
  const partners = related.filter((one) => one === 'Partner').length
  const others = related.length - children - partners
  return [
    related.length === 0 ? 'Applicant alone' : 'Applicant',
    ...(partners > 0 ? ['partner'] : []),
    ...(children > 0 ? [children === 1 ? '1 child' : `${children} children`] : []),
    ...(others > 0 ? [others === 1 ? '1 other' : `${others} others`] : []),
  ].join(', ')
}

// The one that counts, or the one that waits for approval. What the rules would say rests on what was
// told in confidence, and is on the case alone.
const bandOf = ({ placing, proposed }: Case): Gist => {
  const now = placedNow(placing)
  if (proposed !== undefined) return { band: `Band ${proposed.band} proposed` }
  return now === undefined ? {} : { band: `Band ${now.band}` }
}
