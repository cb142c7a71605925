// The housing register as a service: its form, workflow, texts, and what the rest of the product asks of its answers.

import { dayIds, partIds, type SafeTimes } from '#domain/cases/safe-times.ts'
import { inWords } from '#domain/day.ts'
import type { Answers } from '#domain/forms/answered/answers.ts'
import { any, holds } from '#domain/forms/condition.ts'
import { londonDay } from '#domain/london.ts'
import type { FactChannel } from '#domain/measures/counting/facts.ts'
import { withMarkers } from '../markers.ts'
import { safeWaysIn } from '../safe-ways.ts'
import type { Service } from '../service.ts'
import { evidenceOnCase } from './casework/evidence-on-case.ts'
import { housingFacts } from './casework/facts.ts'
import { housingForResident } from './casework/for-resident.ts'
import { housingGist } from './casework/gist.ts'
import { housingIdentifies } from './casework/identifies.ts'
import { housingLettersTo } from './casework/letters-to.ts'
import { housingStanding, placeShown } from './casework/standing.ts'
import { housingWorkflow } from './casework/workflow.ts'
import { evidenceLines } from './evidence/documents-needed.ts'
import { proofOf } from './evidence/proof-of.ts'
import { housingForm } from './form/form.ts'
import { callInDanger, callTonight } from './ground/calls.ts'
import { domesticAbuse, homelessNow, inDanger, otherHarm } from './ground/facts.ts'
import { housingAdvice } from './rules/advice.ts'
import { preferredAs } from './rules/banding/preference.ts'
import { knownOf } from './rules/known.ts'
import { housingNextNight } from './rules/next-night.ts'
import { housingProposal } from './rules/proposal.ts'
import { housingTonight } from './rules/tonight.ts'
import { housingTrials } from './rules/trials/trials.ts'
import { housingStart } from './start.ts'
import { housingTexts } from './texts.ts'

export const housing: Service = {
  id: 'housing',
  name: 'Apply for social housing',
  noun: 'application',
  team: 'housing',
  letter: 'H',
  // Decided within 28 days of being complete [K]: 20 working days.
  targetDays: 20,
  start: housingStart,
  form: housingForm,
  workflow: withMarkers(housingWorkflow, ['housing-officer', 'team-manager']),
  forResident: housingForResident,
  texts: housingTexts,
  title: nameOf,
  applicant: (answers) => {
    const phone = answers.answer('mobile')
    const safe = answers.answer('safeWays')
    const mayText = Array.isArray(safe) && safe.includes('text')
    return {
      name: nameOf(answers),
      mayText,
      ways: safeWaysIn(safe),
      ...(typeof phone === 'string' ? { phone } : {}),
      ...emailIn(safe, answers.answer('email')),
      ...(answers.answer('safeTimes') === 'someTimes' ? { safeTimes: safeTimesIn(answers) } : {}),
    }
  },
  lettersTo: housingLettersTo,
  filledInBy,
  emailIsSafe: (answers) => safeWaysIn(answers.answer('safeWays')).includes('email'),
  connectionAnswers: ['councilConnection'],
  contactAnswers: [
    ...['safeTimes', 'voicemail', 'mobile', 'phone', 'email', 'postTo', 'careOfName', 'postalAddress'],
    ...['contactVia', 'language', 'interpreter', 'adjustments'],
  ],
  identifies: housingIdentifies,
  finds: {
    people: [
      { role: 'applicant', name: ['firstName', 'lastName'], born: 'dateOfBirth' },
      { role: 'helper', name: ['helperName'] },
      { role: 'helper', name: [{ under: 'contactVia', label: 'Their name' }] },
    ],
    phones: ['mobile', 'phone', 'helperPhone', { under: 'contactVia', label: 'Their phone number' }],
    emails: ['email'],
    numbers: [{ under: 'hasNiNumber', label: 'National Insurance number' }],
    addresses: ['postalAddress', 'address'],
  },
  sensitive: (answers) => holds(any(domesticAbuse, otherHarm), answers),
  documents: evidenceLines,
  proofOf,
  urgent: (answers) => [
    ...(holds(inDanger, answers) ? [callInDanger] : []),
    ...(holds(any(homelessNow, inDanger), answers) ? [callTonight] : []),
  ],
  advice: housingAdvice,
  assessment: (answers, today, { sentAt, of }) =>
    housingProposal(answers, today, { submitted: londonDay(sentAt), ...knownOf(of) }),
  tonight: housingTonight,
  nextNight: housingNextNight,
  facts: housingFacts,
  gist: housingGist,
  standing: housingStanding,
  preferredAs,
  evidence: evidenceOnCase,
  words: ({ asked }) => (asked === undefined ? {} : { by: inWords(asked.by) }),
  shown: placeShown,
  trials: housingTrials,
}

function emailIn(chosen: unknown, email: unknown) {
  return typeof email === 'string' && safeWaysIn(chosen).includes('email') ? { email } : {}
}

// An answer of before days and times were asked one by one has none: a person reads what was written.
function safeTimesIn(answers: Answers): SafeTimes {
  const [days, parts] = [answers.answer('safeDays'), answers.answer('safeHours')]
  return {
    days: dayIds.filter((id) => Array.isArray(days) && days.includes(id)),
    parts: partIds.filter((id) => Array.isArray(parts) && parts.includes(id)),
  }
}

// Of a member of staff, how the person gives them the answers.
function filledInBy(answers: Answers): FactChannel {
  const [who, way] = [answers.answer('whoApplies'), answers.answer('channel')]
  if (who === 'advocate') return 'helper'
  if (who !== 'officer') return 'self'
  return way === 'paper' ? 'paper' : way === 'phone' ? 'keyed' : 'with-staff'
}

function nameOf(answers: Answers): string {
  return ['firstName', 'lastName']
    .map(answers.answer)
    .filter((part) => typeof part === 'string')
    .join(' ')
}
