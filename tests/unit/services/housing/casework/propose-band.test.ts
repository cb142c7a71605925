import { expect, test } from 'vitest'
import type { Case } from '#domain/cases/case.ts'
import { handsIn } from '#domain/cases/desk/hands.ts'
import { perform } from '#domain/cases/workflow.ts'
import type { Typed } from '#domain/forms/kind.ts'
import { housingWorkflow } from '#services/housing/casework/workflow.ts'
import { housingProposal } from '#services/housing/rules/proposal.ts'
import { answers, british, livedHereSince, testDay as today } from '#tests/support/people/housing-answers.ts'

const assessment = housingProposal(
  answers({ ...british, dateOfBirth: '1990-05-01' }, { 'address-history': [livedHereSince('2015-01-01')] }),
  today,
)
const proposed = assessment.proposes?.typed ?? {}

const subject: Case = {
  reference: 'H1',
  service: 'housing',
  team: 'housing',
  title: 'Ada Okoro',
  state: 'checking',
  version: 3,
  openedAt: 0,
  changedAt: 0,
  applicant: { name: 'Ada Okoro', mayText: true },
  record: { form: 'housing', formVersion: 2, sections: [], declaration: { version: '1', statements: [], agreed: '' } },
  draftId: 'd',
  assessment,
}

const officer = { is: 'staff', id: 's1', name: 'A Shah', roles: ['housing-officer'], teams: ['housing'] } as const
const propose = (typed: Typed, about = subject) =>
  perform(housingWorkflow, about, {
    action: 'assess',
    typed,
    actor: officer,
    now: 0,
    today,
    id: 'e1',
    hands: handsIn([]),
  })

test('the proposal can be accepted as it stands', () => {
  const done = propose(proposed)
  expect(done.ok && done.value.case.state).toBe('assessed')
  expect(done.ok && done.value.event.details?.map((one) => one.question)).toEqual([
    'Band',
    'Bedrooms needed',
    'Effective date',
    'Reasons',
  ])
})

const changes: readonly (readonly [string, Typed])[] = [
  ['band', { band: ['B'] }],
  ['number of bedrooms', { bedrooms: ['2'] }],
  ['effective date', { 'effectiveDate-day': ['1'] }],
]

test.each(changes)('another %s needs a reason of its own', (_, change) => {
  expect(propose({ ...proposed, ...change })).toEqual({
    ok: false,
    error: { is: 'needs', problems: [{ field: 'reason', words: 'Enter why you changed what was proposed' }] },
  })
  expect(propose({ ...proposed, ...change, reason: ['The doctor’s letter shows a high need.'] }).ok).toBe(true)
})

test('a date in the future is not a date of priority', () => {
  const done = propose({ ...proposed, 'effectiveDate-year': ['2027'], reason: ['Because'] })
  expect(done.ok).toBe(false)
})

test('a case from before proposals were kept can still be given a band', () => {
  const { assessment: _, ...older } = subject
  expect(propose({ ...proposed, reason: ['High medical need'] }, older).ok).toBe(true)
})
