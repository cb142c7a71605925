// The bundle for an ombudsman: a complaint, and the case that it is about, with nothing left out (docs/rules/complaints.md, "Ombudsmen").
import { can } from '#domain/cases/access.ts'
import type { Case, Staff } from '#domain/cases/case.ts'
import { complaintOf } from '#domain/cases/desk/complaint.ts'
import { one, type Problem, type Typed } from '#domain/forms/kind.ts'

export const forOmbudsman = 'bundle'

/** What a copy starts from that is made from a complaint. */
export const bundleOf = ({ reference, concerns, complaint }: Case): Typed =>
  complaint?.ombudsman === undefined
    ? { references: [reference] }
    : {
        references: [[reference, ...(concerns === undefined ? [] : [concerns.reference])].join('\n')],
        purpose: [forOmbudsman],
        proof: [`The ombudsman’s reference ${complaint.ombudsman.at(-1)?.theirs ?? ''}`],
      }

export const mayBundle = (user: Staff, subject: Case): boolean =>
  complaintOf(subject).ombudsman !== undefined &&
  can(user, 'give-copy') &&
  can(user, 'have', { subject }) &&
  can(user, 'see-sensitive', { subject })

/** `cases`: those of the copy, each seen whole by whoever makes it. */
export const bundleProblems = (user: Staff, typed: Typed, cases: readonly Case[]): readonly Problem[] => {
  if (one(typed, 'purpose') !== forOmbudsman) return []
  const complaints = cases.filter((subject) => mayBundle(user, subject))
  if (complaints.length === 0) return [{ field: 'references', words: notAsked }]
  const missing = complaints.flatMap(({ concerns }) =>
    concerns?.stands === undefined || cases.some(({ reference }) => reference === concerns.reference)
      ? []
      : [{ field: 'references', words: `Enter ${concerns.reference} too: the complaint is about it` }],
  )
  const left = (typed.without ?? []).length > 0
  return left ? [...missing, { field: 'without', words: 'Leave nothing out of what the ombudsman gets' }] : missing
}

const notAsked = 'Enter the reference of a complaint that an ombudsman asks about, and in which you had no part'
