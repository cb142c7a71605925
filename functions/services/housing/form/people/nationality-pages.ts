// Nationality and immigration status of an applicant or joint applicant: everything gate G1 reads
// (SI 2006/1294 as amended; docs/rules/housing.md, "Eligibility").

import { choice, date, reveal, text, yesNo } from '#domain/forms/ask.ts'
import { all, answered, type Condition, equals, not, oneOf, saysYes } from '#domain/forms/condition.ts'
import { type Exit, type Page, page } from '#domain/forms/form.ts'
import { together } from '#domain/forms/together.ts'
import { fromElsewhere } from '#services/housing/ground/facts.ts'
import type { Voice } from '#services/housing/ground/voice.ts'
import { immigrationStatuses } from './immigration-statuses.ts'

// Of the applicant; of `who`, where they are asked of somebody on a list.
export const citizenshipPages = (say: Voice, who?: Condition): readonly Page[] =>
  [citizenshipPage(say), abroadPage(say)].map((given) => askedOfWho(given, who))

// Exit ids start with `prefix`, so that both may stand in one form.
export const immigrationPages = (say: Voice, prefix: string, who?: Condition): readonly Page[] => {
  const asked = (...given: readonly Page[]) => given.map((one) => askedOfWho(one, who))
  return [
    together(
      'immigration-status',
      say('Your immigration status', 'The immigration status of ((name))'),
      asked(mainHomePage(say), statusPage(say, prefix), proofPage(say)),
    ),
    together(
      'public-funds',
      say('The conditions of your status', 'The conditions of ((name))’s status'),
      asked(sponsorPage(say), fundsPage(say, prefix)),
    ),
  ]
}

const askedOfWho = (given: Page, who: Condition | undefined): Page =>
  who === undefined ? given : { ...given, when: given.when === undefined ? who : all(who, given.when) }

const abroad = answered('livedAbroad', saysYes)
const statusGiven = (...values: readonly string[]): Condition =>
  all(fromElsewhere, answered('immigrationStatus', oneOf(...values)))

const citizenshipPage = (say: Voice): Page =>
  page(
    'citizenship',
    say('What is your citizenship?', 'What is ((name))’s citizenship?'),
    {
      citizenship: choice(
        say('Select your citizenship', 'Select this person’s citizenship'),
        {
          british: 'British',
          irish: 'Irish',
          cta: 'Channel Islands or Isle of Man',
          eeaSwiss: 'A country in the EU, Iceland, Liechtenstein, Norway or Switzerland',
          other: 'Another country, or no country',
        },
        { hint: 'If more than one is true, select the first', sensitive: true, for: 'G1' },
      ),
    },
    { sensitive: true },
  )

const abroadPage = (say: Voice): Page =>
  page(
    'abroad',
    say('Have you lived outside the UK in the last 5 years?', 'Has ((name)) lived outside the UK in the last 5 years?'),
    {
      livedAbroad: yesNo(
        say(
          'Select yes if you have lived outside the UK in the last 5 years',
          'Select yes if this person has lived outside the UK in the last 5 years',
        ),
        {
          hint: 'Leave out holidays and service in the armed forces',
          sensitive: true,
          for: 'G1',
          reveals: { yes: { cameToUk: cameToUk(say) } },
        },
      ),
    },
    { sensitive: true },
  )

const cameToUk = (say: Voice) =>
  date(
    say(
      'When did you last come, or come back, to live in the UK?',
      'When did they last come, or come back, to live in the UK?',
    ),
    {
      missing: 'Enter the date of coming to live in the UK',
      noun: 'The date of coming to live in the UK',
      hint: 'For example, 27 3 2025',
      must: 'past',
      withinYears: 5,
      sensitive: true,
      for: 'G1',
    },
  )

const mainHomePage = (say: Voice): Page =>
  page(
    'main-home',
    say('Is the UK your main home?', 'Is the UK ((name))’s main home?'),
    {
      mainHome: choice(
        'Select if the UK is the main home',
        { yes: 'Yes', no: 'No', notSure: 'I’m not sure' },
        {
          hint: 'Or Ireland, the Channel Islands or Isle of Man. It is the main home of someone who has settled here and plans to stay.',
          sensitive: true,
          for: 'G1',
        },
      ),
    },
    { when: { is: 'any', of: [fromElsewhere, abroad] }, sensitive: true },
  )

const statusPage = (say: Voice, prefix: string): Page =>
  page(
    'immigration-status',
    say('What is your immigration status?', 'What is ((name))’s immigration status?'),
    {
      immigrationStatus: choice(
        say('Select your immigration status', 'Select this person’s immigration status'),
        immigrationStatuses,
        {
          hint: 'It is on the eVisa, the residence permit or the letter from the Home Office',
          sensitive: true,
          for: 'G1',
        },
      ),
    },
    { exit: true, when: fromElsewhere, sensitive: true, exits: [notEligible(say, prefix)] },
  )

const notEligible = (say: Voice, prefix: string): Exit => ({
  id: `${prefix}not-eligible-status`,
  ends: 'told',
  when: answered('immigrationStatus', oneOf('visitor', 'asylum', 'none')),
  title: say('You may not be eligible', 'A joint applicant may not be eligible'),
  reasons: [
    'National rules do not usually let a council give a home to someone with this immigration status.',
    'This is not a decision. You can continue, and a housing officer will check and write to you with reasons.',
    'You can get free immigration and housing advice from Citizens Advice on 0800 144 8848.',
  ],
  advise: true,
})

const sponsorPage = (say: Voice): Page =>
  page(
    'sponsor',
    say('Did someone sign an undertaking to support you?', 'Did someone sign an undertaking to support ((name))?'),
    {
      sponsored: yesNo('Select yes if someone signed an undertaking to give support', {
        hint: 'This is a formal promise to the Home Office to provide money and a home',
        sensitive: true,
        for: 'G1',
        reveals: { yes: { undertakingDate: undertakingDate(), sponsorAlive: sponsorAlive() } },
      }),
    },
    { when: statusGiven('indefinite', 'evacuated'), sensitive: true },
  )

const undertakingDate = () =>
  date('When was it signed, or when did the person come to the UK if that is later?', {
    missing: 'Enter the date of the undertaking or of coming to the UK',
    noun: 'The date of the undertaking or of coming to the UK',
    hint: 'For example, 27 3 2021',
    must: 'past',
    sensitive: true,
    for: 'G1',
  })

const sponsorAlive = () =>
  choice(
    'Select if the sponsor is still alive',
    { yes: 'Yes', no: 'No', notSure: 'I’m not sure' },
    { label: 'Is the sponsor still alive?', sensitive: true, for: 'G1' },
  )

const fundsPage = (say: Voice, prefix: string): Page =>
  page(
    'public-funds',
    say('Does your status say ‘no public funds’?', 'Does ((name))’s status say ‘no public funds’?'),
    {
      noPublicFunds: choice(
        'Select if the status says ‘no public funds’',
        { yes: 'Yes', no: reveal('No', { fundsLifted: fundsLifted() }), notSure: 'I’m not sure' },
        { hint: 'It may say ‘no recourse to public funds’ or ‘NRPF’', sensitive: true, for: 'G1' },
      ),
    },
    {
      when: all(
        fromElsewhere,
        not(
          answered('immigrationStatus', oneOf('settled', 'indefinite', 'abandoned', 'refugee', 'humanitarian', 'none')),
        ),
      ),
      sensitive: true,
      exits: [noFunds(say, prefix)],
    },
  )

// Class S of the regulations: whoever had the condition lifted, a student as well (SI 2024/647).
const fundsLifted = () =>
  choice(
    'Select if the Home Office took ‘no public funds’ away after you asked it to',
    { yes: 'Yes', no: 'No, it never said so', notSure: 'I’m not sure' },
    { label: 'Did the Home Office take it away after you asked it to?', sensitive: true, for: 'G1' },
  )

const noFunds = (say: Voice, prefix: string): Exit => ({
  id: `${prefix}no-public-funds`,
  ends: 'told',
  when: answered('noPublicFunds', equals('yes')),
  title: say('You may not be eligible', 'A joint applicant may not be eligible'),
  reasons: [
    'A home from the council counts as public funds, so national rules may not let us give one to someone whose status says ‘no public funds’.',
    'This is not a decision. You can continue, and a housing officer will check and write to you with reasons.',
    'You may be able to ask the Home Office to change this condition. Citizens Advice can help on 0800 144 8848.',
  ],
  advise: true,
})

const proofPage = (say: Voice): Page =>
  page(
    'share-code',
    say('How can we check your status?', 'How can we check ((name))’s status?'),
    {
      shareCode: text('Share code', {
        optional: true,
        hint: 'Get one at www.gov.uk/view-prove-immigration-status. It has 9 letters and numbers, like W12 345 678.',
        missing: 'Enter the share code',
        width: 10,
        most: 11,
        spellcheck: false,
        reads: 'code',
        pattern: { test: /^[A-Za-z0-9]{9}$/, words: 'Share code must be 9 letters and numbers, like W12 345 678' },
        sensitive: true,
        for: 'G1',
      }),
      leaveExpires: date('Date that permission to stay ends', {
        optional: true,
        hint: 'Leave this blank if it does not end',
        missing: 'Enter the date that permission to stay ends',
        must: 'future',
        sensitive: true,
        for: 'G1',
      }),
    },
    { when: fromElsewhere, sensitive: true },
  )
