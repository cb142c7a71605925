// Connection to the Dorset Council area, and the groups in law that do not need one
// (council tests LC1 to LC4; SI 2025/706, SI 2012/1869 as amended, SI 2015/967: exemptions X2 to X4 and X6).

import { address, choice, choices, count, date, longText, none, option, text } from '#domain/forms/ask.ts'
import { all, answered, any, includes, not } from '#domain/forms/condition.ts'
import { type Exit, page, section } from '#domain/forms/form.ts'
import { together } from '#domain/forms/together.ts'
import { council } from '#services/council.ts'
import { domesticAbuse, livedInDorset, otherHarm, owedDuty, socialTenant } from '#services/housing/ground/facts.ts'
import { hoursAWeek } from '../hours.ts'
import { careLeaverPage, forces } from '../people/forces-and-care-pages.ts'

const noConnection: Exit = {
  id: 'no-connection',
  ends: 'told',
  when: all(
    answered('connections', includes('none')),
    not(livedInDorset),
    not(any(domesticAbuse, otherHarm, owedDuty)),
  ),
  title: 'You may not be able to join the register',
  reasons: [
    `You have told us that you have not lived in the ${council.name} area, and that you have no family, work or other connection here.`,
    'This is not a decision. You can continue, and a housing officer will look at your application and write to you with reasons.',
    'You can also apply to the council where you live now, or where you have a connection.',
  ],
  advise: true,
}

const connections = page(
  'connections',
  'Which of these are true for you or a joint applicant?',
  {
    connections: choices(
      'Select what is true for you or a joint applicant, or select ‘None of these’',
      {
        family: option('Close family live here', 'A parent, brother, sister or adult child, here for 5 years or more'),
        work: option('Work here', 'Paid, zero-hours contracts included'),
        jobOffer: option('Offered a job here', 'In writing'),
        forces: option(
          'Armed forces',
          'Serving or served, in the reserves, or the partner of someone who died in service',
        ),
        careLeaver: option('Care leaver', 'In the care of any council as a child, and under 25'),
        placedAway: 'Placed in another area by a council or the NHS',
        none: none('None of these'),
      },
      { hint: 'Select all that apply', for: 'LC2' },
    ),
  },
  { exit: true, exits: [noConnection] },
)

const has = (connection: string) => answered('connections', includes(connection))

const family = page(
  'family',
  'Who is your close family member here?',
  {
    familyName: text('Full name', {
      missing: 'Enter the full name of your family member',
      spellcheck: false,
      for: 'LC2',
    }),
    familyRelation: choice(
      'Select how they are related to you or a joint applicant',
      { parent: 'Parent', sibling: 'Brother or sister', adultChild: 'Adult child' },
      { label: 'How are they related to you or a joint applicant?', for: 'LC2' },
    ),
    familyYears: count('How many whole years have they lived in the area without a break?', {
      missing: 'Enter how many years they have lived in the area',
      noun: 'Number of years',
      most: 120,
      for: 'LC2',
    }),
  },
  { when: has('family') },
)

const familyAddress = page(
  'family-address',
  'What is your family member’s address?',
  { familyAddress: address('Enter your family member’s address', { theirs: true, for: 'LC2' }) },
  { when: has('family') },
)

const work = page(
  'work',
  'About the work in this area',
  {
    workEmployer: text('Employer or business', {
      noun: 'Employer',
      missing: 'Enter the name of the employer or business',
      for: 'LC3',
    }),
    workPlace: text('Town or postcode of the place of work', {
      missing: 'Enter the town or postcode of the place of work',
      for: 'LC3',
    }),
    workWeeklyHours: hoursAWeek({
      missing: 'Enter the hours worked a week',
      hint: 'Average over the last 12 months',
      for: 'LC3',
    }),
    workStarted: date('Date the work started', {
      missing: 'Enter the date the work started',
      hint: 'For example, 27 3 2024',
      must: 'past',
      for: 'LC3',
    }),
  },
  { when: has('work') },
)

const jobOffer = page(
  'job-offer',
  'About the job offer',
  {
    offerEmployer: text('Employer', { missing: 'Enter the name of the employer', for: 'LC4' }),
    offerPlace: text('Town or postcode of the place of work', {
      missing: 'Enter the town or postcode of the place of work',
      for: 'LC4',
    }),
    offerHours: hoursAWeek({ missing: 'Enter the hours of work a week', for: 'LC4' }),
    offerStarts: date('Start date', { missing: 'Enter the start date', hint: 'For example, 27 1 2027', for: 'LC4' }),
    offerLength: choice(
      'Select how long the job will last',
      { permanent: 'It is permanent', year: '12 months or more', shorter: 'Less than 12 months' },
      { label: 'How long will the job last?', for: 'LC4' },
    ),
  },
  { when: has('jobOffer') },
)

const rightToMove = page(
  'right-to-move',
  'Why is it not reasonable to travel from your home now?',
  {
    travelReason: longText('Distance, time and cost of travel, or other reasons', {
      missing: 'Enter why it is not reasonable to travel from your home now',
      noun: 'Why it is not reasonable to travel',
      most: 1000,
      for: 'X4',
    }),
  },
  { exit: true, sealed: true, when: all(socialTenant, any(has('work'), has('jobOffer'))) },
)

const placedAway = page(
  'placed-away',
  'About being placed in another area',
  {
    placedBy: text('Who placed you there', {
      missing: 'Enter who placed you there',
      hint: `For example, ${council.name} children’s services, or NHS Dorset`,
      for: 'X6',
    }),
    placedSince: date('Since when', {
      missing: 'Enter the date you were placed there',
      noun: 'The date you were placed there',
      hint: 'For example, 3 2024',
      must: 'past',
      monthOnly: true,
      for: 'X6',
    }),
  },
  { when: has('placedAway') },
)

export const localConnection = section(
  'local-connection',
  `Connection to the ${council.name} area`,
  [
    connections,
    together('family', 'Your family here', [family, familyAddress]),
    together('work', 'Your work here', [work, jobOffer, rightToMove]),
    forces,
    careLeaverPage,
    placedAway,
  ],
  // The advice that there may be no connection reads all of these.
  { after: ['address-history', 'current-home', 'safety'], group: 'What you need' },
)
