// What an officer recommends: the decision with its reasons, and all that the notice will say, so that whoever decides sees the whole of it.
import type { Case } from '#domain/cases/case.ts'
import { choice, choices, longText } from '#domain/forms/ask.ts'
import { one, type Problem, type Typed } from '#domain/forms/kind.ts'
import { asProposed } from '../../proposing.ts'
import { conditionOptions, informatives } from './library.ts'

export const recommendation = {
  decision: choice(
    'Select what you recommend',
    { grant: 'Grant', refuse: 'Refuse' },
    { label: 'Recommendation', for: 'officer' },
  ),
  reason: longText('Reason', { most: 2000, missing: 'Enter the reason', for: 'officer' }),
  conditions: choices('Select the conditions', conditionOptions, {
    label: 'Conditions',
    hint: 'Only if you recommend to grant',
    optional: true,
    for: 'notice',
  }),
  ownConditions: longText('Other conditions', {
    most: 4000,
    optional: true,
    hint: 'Each with its reason, and an empty line between two',
    for: 'notice',
  }),
  refusalReasons: longText('Reasons for refusal, as the notice will say them', {
    most: 4000,
    optional: true,
    hint: 'Only if you recommend to refuse. Name the policies, and leave an empty line between two reasons.',
    for: 'notice',
  }),
  policies: longText('Policies', { most: 1000, rows: 3, optional: true, hint: 'One a line', for: 'notice' }),
  informatives: choices('Select the notes', informatives, {
    label: 'Notes for the applicant',
    optional: true,
    for: 'notice',
  }),
}

export const fitsDecision = (typed: Typed): readonly Problem[] => {
  const refuses = one(typed, 'decision') === 'refuse'
  if (refuses && (typed.conditions?.length ?? 0) + one(typed, 'ownConditions').length > 0)
    return [{ field: 'decision', words: 'A refusal has no conditions: take them out, or recommend to grant' }]
  return !refuses && one(typed, 'refusalReasons') !== ''
    ? [{ field: 'decision', words: 'A permission has no reasons for refusal: take them out, or recommend to refuse' }]
    : []
}

// The page of whoever refuses starts from the reasons that were meant for the notice.
export const reasonsProposed = (subject: Case): Typed => {
  const typed = asProposed('refuse')(subject)
  const reasons = one(typed, 'refusalReasons')
  return reasons === '' ? typed : { reason: [reasons] }
}

// A permission is granted as it was recommended: with its conditions, or after it was sent back for them.
export const asRecommended = (_typed: Typed, { proposal, state }: Case): readonly Problem[] =>
  state === 'review' && proposal?.action === 'refuse'
    ? [
        {
          field: 'main-content',
          words: 'The officer recommended to refuse. Send it back, so that it comes with its conditions',
        },
      ]
    : []
