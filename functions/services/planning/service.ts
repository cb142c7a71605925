// Planning applications as a service.
import type { Answers } from '#domain/forms/answered/answers.ts'
import type { Address } from '#domain/forms/fields/address.ts'
import { entriesOf, lettersTo, linesIn } from '../letters-to.ts'
import { withMarkers } from '../markers.ts'
import type { Service } from '../service.ts'
import { planningFacts, planningGist } from './casework/facts.ts'
import { planningForResident } from './casework/for-resident.ts'
import { planningNotice } from './casework/notice.ts'
import { planningWorkflow } from './casework/workflow.ts'
import { planningForm } from './form/form.ts'
import { requiredDocuments } from './form/plans/documents-needed.ts'
import { proofOf } from './form/plans/proof-of.ts'
import { planningAdvice } from './rules/advice.ts'
import { planningProposal } from './rules/proposal.ts'
import { planningTrials } from './rules/trials.ts'
import { planningStart } from './start.ts'
import { planningTexts } from './texts.ts'

export const planning: Service = {
  id: 'planning',
  name: 'Apply for planning permission',
  noun: 'application',
  team: 'planning',
  letter: 'P',
  // 8 weeks from validity is the statutory clock; this is the council's own target, which BOPS sets at 35 days.
  targetDays: 25,
  start: planningStart,
  form: planningForm,
  workflow: withMarkers(planningWorkflow, ['planning-officer', 'team-manager']),
  forResident: planningForResident(siteOf, nameOf),
  texts: planningTexts,
  title: (answers) => siteOf(answers) ?? nameOf(answers),
  applicant: (answers) => {
    const phone = answers.answer('textNumber')
    const mayText = answers.answer('textsWanted') === 'yes'
    const email = answers.answer('contactEmail')
    return {
      name: nameOf(answers),
      mayText,
      ways: [...(mayText ? (['text'] as const) : []), 'call', 'email', 'letter'],
      ...(typeof phone === 'string' ? { phone } : {}),
      ...(typeof email === 'string' && email !== '' ? { email } : {}),
    }
  },
  // To whoever applies: their own address, or that of the site where they said that it is the same.
  lettersTo: (subject) => {
    const entries = entriesOf(subject)
    const own = linesIn(entries, 'yourAddress')
    return lettersTo(subject.applicant.name, own.length > 0 ? own : linesIn(entries, 'siteAddress'))
  },
  // An agent is whoever applies; a friend or a relative helps.
  filledInBy: (answers) => (answers.answer('role') === 'proxy' ? 'helper' : 'self'),
  connectionAnswers: ['connection', 'connectionDetails'],
  contactAnswers: ['contactEmail', 'contactPhone', 'textsWanted', 'applicantEmail', 'applicantPhone', 'yourAddress'],
  documents: (answers) =>
    requiredDocuments(answers)
      .filter(({ required }) => required)
      .map(({ why }) => why),
  finds: {
    people: [
      { role: 'applicant', name: ['applicantFirstName', 'applicantLastName'] },
      { role: 'agent', name: ['firstName', 'lastName'] },
      { role: 'agent', name: ['agentCompany'] },
      { role: 'applicant', name: ['organisationName'] },
      { role: 'helper', name: [{ under: 'siteContact', label: 'Full name' }] },
    ],
    phones: [
      ...['contactPhone', 'applicantPhone'],
      ...[
        { under: 'textsWanted', label: 'UK mobile number' },
        { under: 'siteContact', label: 'Their phone number' },
      ],
    ],
    emails: ['contactEmail', 'applicantEmail'],
    addresses: ['siteAddress', 'yourAddress', 'applicantAddress'],
  },
  uprns: (answers) => {
    const site = answers.answer('siteAddress')
    return isAddress(site) && site.uprn !== undefined ? [site.uprn] : []
  },
  proofOf,
  facts: planningFacts,
  gist: planningGist,
  advice: planningAdvice,
  assessment: (answers, today, { sentAt, now }) => planningProposal(answers, today, sentAt, now),
  notice: planningNotice,
  trials: planningTrials,
}

function nameOf(answers: Answers): string {
  return ['firstName', 'lastName']
    .map(answers.answer)
    .filter((part) => typeof part === 'string')
    .join(' ')
}

function siteOf(answers: Answers): string | undefined {
  const address = answers.answer('siteAddress')
  if (isAddress(address))
    return [address.line1, address.town, address.postcode].filter((part) => part !== '').join(', ')
  const described = answers.answer('siteDescription')
  return typeof described === 'string' ? described.slice(0, 80) : undefined
}

const isAddress = (answer: unknown): answer is Address =>
  typeof answer === 'object' && answer !== null && 'line1' in answer && 'postcode' in answer
