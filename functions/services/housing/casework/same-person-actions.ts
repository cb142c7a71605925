// An officer compares two applications that may be the same person's, and says what they found. Nothing is joined or closed by it.
import type { Actor, Case } from '#domain/cases/case.ts'
import type { SamePerson } from '#domain/cases/desk/same-person.ts'
import type { Sets } from '#domain/cases/steps/sets.ts'
import { type Action, actorName } from '#domain/cases/workflow.ts'
import type { Day } from '#domain/day.ts'
import { choice, longText } from '#domain/forms/ask.ts'
import { one, type Typed } from '#domain/forms/kind.ts'

const questions = {
  found: choice(
    'Select what you found',
    { same: 'It is the same person or household', other: 'They are different people' },
    { label: 'What you found', for: 'Q-DUP' },
  ),
  reason: longText('Reason', {
    most: 1000,
    missing: 'Enter the reason',
    hint: 'For example, what you compared and who you asked.',
    for: 'Q-DUP',
  }),
}

const open = ({ sameAs = [] }: Case): readonly SamePerson[] => sameAs.filter(({ found }) => found === undefined)

const asksWhich = (subject: Case) => {
  const references = Object.fromEntries(open(subject).map(({ reference }) => [reference, reference]))
  const label = 'The other application'
  return { other: choice('Select the other application', references, { label, for: 'Q-DUP' }), ...questions }
}

const setsFound = (typed: Typed, { sameAs = [] }: Case, today: Day, actor: Actor): Sets => {
  const is = one(typed, 'found') === 'same' ? 'same' : 'other'
  const found = { is, on: today, by: actorName(actor), reason: one(typed, 'reason') } as const
  const other = one(typed, 'other')
  return { sameAs: sameAs.map((one) => (one.reference === other ? { ...one, found } : one)) }
}

export const compareAction: Action = {
  id: 'compare',
  label: 'Say if it is the same person',
  history: 'compared this with another application',
  from: ['submitted', 'checking', 'more-info', 'assessed', 'reassessment'],
  to: 'same',
  who: ['housing-officer', 'team-manager'],
  needs: questions,
  when: (subject) => open(subject).length > 0,
  asks: asksWhich,
  sets: setsFound,
  assesses: true,
}
