// Complaints as a service: about any other service, a case or the council as a landlord.
import { inWords } from '#domain/day.ts'
import type { Answers } from '#domain/forms/answered/answers.ts'
import { entriesOf, lettersTo, linesIn } from '../letters-to.ts'
import { withMarkers } from '../markers.ts'
import { safeWaysIn } from '../safe-ways.ts'
import type { Service } from '../service.ts'
import { complaintsFacts, complaintsGist, complaintsStanding } from './casework/facts.ts'
import { complaintsForResident } from './casework/for-resident.ts'
import { ombudsmanOf } from './casework/ombudsman-of.ts'
import { officers } from './casework/who.ts'
import { complaintsWorkflow } from './casework/workflow.ts'
import { complaintsForm } from './form/form.ts'
import { ombudsmen } from './rules/ombudsmen.ts'
import { complaintsProposal } from './rules/proposal.ts'
import { complaintsStart } from './start.ts'
import { complaintsTexts } from './texts.ts'

export const complaints: Service = {
  id: 'complaints',
  name: 'Make a complaint',
  noun: 'complaint',
  team: 'complaints',
  letter: 'C',
  // To acknowledge it; from then on its own clock counts (rules/clock.ts).
  targetDays: 5,
  start: complaintsStart,
  form: complaintsForm,
  workflow: withMarkers(complaintsWorkflow, officers),
  forResident: complaintsForResident,
  texts: complaintsTexts,
  title: nameOf,
  applicant: (answers) => {
    const [phone, email] = [answers.answer('mobile'), answers.answer('email')]
    const chosen = safeWaysIn(answers.answer('safeWays'))
    return {
      name: nameOf(answers),
      mayText: chosen.includes('text'),
      ways: chosen,
      ...(typeof phone === 'string' ? { phone } : {}),
      ...(typeof email === 'string' && chosen.includes('email') ? { email } : {}),
    }
  },
  emailIsSafe: (answers) => safeWaysIn(answers.answer('safeWays')).includes('email'),
  lettersTo: (subject) => lettersTo(subject.applicant.name, linesIn(entriesOf(subject), 'postalAddress')),
  filledInBy: (answers) => (answers.answer('whoComplains') === 'helper' ? 'helper' : 'self'),
  contactAnswers: ['mobile', 'phone', 'email', 'postalAddress', 'needs'],
  concerns: (answers) => {
    const reference = answers.answer('caseReference')
    return typeof reference === 'string' && reference !== '' ? reference.toUpperCase() : undefined
  },
  finds: {
    people: [
      { role: 'applicant', name: ['firstName', 'lastName'] },
      { role: 'helper', name: ['helperName'] },
    ],
    phones: ['mobile', 'phone', 'helperPhone'],
    emails: ['email'],
    addresses: ['postalAddress'],
  },
  gist: complaintsGist,
  facts: complaintsFacts,
  standing: complaintsStanding,
  assessment: (answers, today, { sentAt }) => complaintsProposal(answers, today, sentAt),
  words: (subject) => ({
    ombudsman: ombudsmen[ombudsmanOf(subject)].web,
    ...(subject.dueOn === undefined ? {} : { by: inWords(subject.dueOn) }),
  }),
}

function nameOf(answers: Answers): string {
  return ['firstName', 'lastName']
    .map(answers.answer)
    .filter((part) => typeof part === 'string')
    .join(' ')
}
