// The gateway to committee (rules/gateway.ts): what the nominated officer and the nominated member decided, both kept on the case whether they
// agree or not, and the way to committee that is open only where they do.
import type { Case } from '#domain/cases/case.ts'
import type { Sets } from '#domain/cases/steps/sets.ts'
import type { Action } from '#domain/cases/workflow.ts'
import type { Day } from '#domain/day.ts'
import { choice, date, longText, text, yesNo } from '#domain/forms/ask.ts'
import { answerOf } from '#domain/forms/fields/index.ts'
import { one, type Problem, type Typed } from '#domain/forms/kind.ts'
import { delegationPack } from '../rules/delegation/delegation.ts'
import { barredWords, criteria, gatewayOf, leastReasons, toCommittee } from '../rules/delegation/gateway.ts'

const publishedOn = date('Date that this was published', {
  must: 'past',
  withinYears: 1,
  missing: 'Enter the date that this was published',
  for: 'DELEGATION',
})

const questions = {
  officerName: text('Nominated officer', { missing: 'Enter the name of the nominated officer', for: 'DELEGATION' }),
  officerAgrees: yesNo('Select yes if the nominated officer agrees', {
    label: 'Does the nominated officer agree that a committee should decide?',
    for: 'DELEGATION',
  }),
  memberName: text('Nominated member', { missing: 'Enter the name of the nominated member', for: 'DELEGATION' }),
  memberAgrees: yesNo('Select yes if the nominated member agrees', {
    label: 'Does the nominated member agree that a committee should decide?',
    for: 'DELEGATION',
  }),
  criterion: choice('Select which of the two reasons applies', criteria, {
    label: 'What the application raises',
    hint: 'Only where both agree',
    optional: true,
    for: 'DELEGATION',
  }),
  reasons: longText('Reasons', {
    most: 2000,
    hint: `At least ${leastReasons} characters. They are published.`,
    missing: 'Enter the reasons',
    for: 'DELEGATION',
  }),
  publishedOn,
}

const setsGateway = (typed: Typed, _subject: Case, today: Day): Sets => {
  const published = answerOf(typed, 'publishedOn', publishedOn, today)
  const criterion = one(typed, 'criterion')
  return {
    gateway: {
      officer: { agrees: one(typed, 'officerAgrees') === 'yes', by: one(typed, 'officerName') },
      member: { agrees: one(typed, 'memberAgrees') === 'yes', by: one(typed, 'memberName') },
      ...(criterion === 'a' || criterion === 'b' ? { criterion } : {}),
      reasons: one(typed, 'reasons'),
      publishedOn: typeof published === 'string' ? published : today,
      on: today,
    },
  }
}

const recordProblems = (typed: Typed, subject: Case): readonly Problem[] => {
  const bothAgree = [typed.officerAgrees, typed.memberAgrees].every((said) => said?.[0] === 'yes')
  return [
    ...(subject.assessment?.term?.committee === false
      ? [{ field: 'officerAgrees', words: barredWords['officer-must-decide'] }]
      : []),
    ...(bothAgree && one(typed, 'criterion') === ''
      ? [{ field: 'criterion', words: barredWords['no-criterion'] }]
      : []),
    ...(one(typed, 'reasons').length < leastReasons
      ? [{ field: 'reasons', words: barredWords['too-few-reasons'] }]
      : []),
  ]
}

// No one answer can mend it: the error leads to the page itself.
const page = 'main-content'

// A case that was sent before its rules were kept with it is for the officers to judge; so is one of before the national scheme.
const committeeProblems = (_typed: Typed, { assessment, gateway }: Case, today: Day): readonly Problem[] => {
  const committee = assessment?.term?.committee
  if (committee === undefined || today < delegationPack.validFrom) return []
  if (committee && gateway === undefined)
    return [{ field: page, words: 'Record what the nominated officer and the nominated member decided first' }]
  const found = toCommittee({ is: 'national', tier: committee ? 2 : 1 }, gateway && gatewayOf(gateway, today))
  return found.ok ? [] : [{ field: page, words: barredWords[found.error] }]
}

export const gatewayActions: readonly Action[] = [
  {
    id: 'record-gateway',
    label: 'Record the gateway decision',
    history: 'recorded whether a committee should decide',
    from: ['review'],
    to: 'same',
    who: ['team-manager'],
    needs: questions,
    checks: recordProblems,
    sets: setsGateway,
  },
  {
    id: 'to-committee',
    label: 'Send to committee',
    history: 'sent the application to committee',
    from: ['review'],
    to: 'committee',
    who: ['team-manager'],
    checks: committeeProblems,
  },
]
