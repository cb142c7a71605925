// The housing register as a service: its form, workflow, texts, and what the rest of the product asks of its answers.

import { inWords } from '#domain/day.ts'
import type { Answers } from '#domain/forms/answers.ts'
import { any, holds } from '#domain/forms/condition.ts'
import { londonDay } from '#domain/london.ts'
import type { TextTemplate } from '#domain/texts/text.ts'
import type { Service } from '../service.ts'
import { templates } from '../templates.ts'
import { evidenceLines } from './evidence.ts'
import { evidenceOnCase } from './evidence-on-case.ts'
import { domesticAbuse, otherHarm } from './facts.ts'
import { housingForm } from './form.ts'
import { housingIdentifies } from './identifies.ts'
import { proofOf } from './proof-of.ts'
import { housingAdvice } from './rules/advice.ts'
import { knownOf } from './rules/known.ts'
import { housingNextNight } from './rules/next-night.ts'
import { housingProposal } from './rules/proposal.ts'
import { housingTonight } from './rules/tonight.ts'
import { housingTrials } from './rules/trials.ts'
import { housingStanding, placeShown } from './standing.ts'
import { housingStart } from './start.ts'
import { housingWorkflow } from './workflow.ts'

const texts: Readonly<Record<string, TextTemplate>> = templates({
  confirmation:
    'Dorset Council: we have your housing application ((reference)). We will start within 2 working days. See it: ((yourLink))',
  'more-information':
    'Dorset Council: we need more information for your application ((reference)). Answer here: ((link))',
  'document-refused':
    'Dorset Council: we could not open a document that you sent with ((reference)). See which one and send it again: ((link))',
  'documents-wanted':
    'Dorset Council: we need documents for your application ((reference)). See which and send them: ((link))',
  'document-not-accepted':
    'Dorset Council: we cannot accept a document that you sent with ((reference)). See why and send another: ((link))',
  'reminder-documents':
    'Dorset Council: please send documents for application ((reference)). See which or stop reminders: ((stop))',
  'documents-last-days':
    'Dorset Council: ((by)) is the last day to send documents for your application ((reference)). Send them: ((link))',
  accepted:
    'Dorset Council: there is a decision on your application ((reference)). See your band and its date: ((link))',
  'not-qualifying':
    'Dorset Council: there is a decision on your application ((reference)). See it and how to ask for a review: ((link))',
  kept: 'Dorset Council: we looked at what changed on your application ((reference)). Your band stays as it was. See it: ((link))',
  'need-changed':
    'Dorset Council: the number of bedrooms you need has changed on your application ((reference)). See it: ((link))',
  cancelled: 'Dorset Council: your application ((reference)) has been cancelled. See why: ((link))',
})

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
  workflow: housingWorkflow,
  texts,
  title: nameOf,
  applicant: (answers) => {
    const phone = answers.answer('mobile')
    const ways = answers.answer('safeWays')
    const mayText = Array.isArray(ways) && ways.includes('text')
    return { name: nameOf(answers), mayText, ...(typeof phone === 'string' ? { phone } : {}) }
  },
  identifies: housingIdentifies,
  sensitive: (answers) => holds(any(domesticAbuse, otherHarm), answers),
  documents: evidenceLines,
  proofOf,
  advice: housingAdvice,
  assessment: (answers, today, { sentAt, of }) =>
    housingProposal(answers, today, { submitted: londonDay(sentAt), ...knownOf(of) }),
  tonight: housingTonight,
  nextNight: housingNextNight,
  standing: housingStanding,
  evidence: evidenceOnCase,
  words: ({ asked }) => (asked === undefined ? {} : { by: inWords(asked.by) }),
  shown: placeShown,
  trials: housingTrials,
}

function nameOf(answers: Answers): string {
  return ['firstName', 'lastName']
    .map(answers.answer)
    .filter((part) => typeof part === 'string')
    .join(' ')
}
