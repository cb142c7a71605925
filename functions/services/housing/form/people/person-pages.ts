// Pages asked about each person, whether the applicant or someone moving with them (docs/rules/housing.md, "Questions").

import { choice, count, date, nationalInsurance, reveal, text, yesNo } from '#domain/forms/ask.ts'
import type { Condition } from '#domain/forms/condition.ts'
import { type Page, page } from '#domain/forms/form.ts'
import { adult, mayBePregnant } from '#services/housing/ground/facts.ts'
import type { Voice } from '#services/housing/ground/voice.ts'

export const namePage = (say: Voice): Page => {
  const whose = say('your', 'their')
  return page('name', aboutTitle(say), {
    title: text('Title', {
      optional: true,
      width: 5,
      most: 20,
      autocomplete: say('honorific-prefix', 'off'),
      for: 'officer',
    }),
    firstName: nameField('First name', `Enter ${whose} first name`, say('given-name', 'off')),
    middleNames: {
      ...nameField('Middle names', `Enter ${whose} middle names`, say('additional-name', 'off')),
      optional: true,
    },
    lastName: {
      ...nameField('Last name', `Enter ${whose} last name`, say('family-name', 'off')),
      optional: true,
      hint: 'Leave blank if there is none',
    },
  })
}

export const aboutTitle = (say: Voice): string => say('About you', 'About this person')

export const otherNamesPage = (say: Voice): Page =>
  page('other-names', say('Have you ever had another name?', 'Have they ever had another name?'), {
    otherNames: yesNo(
      say('Select yes if you have ever had another name', 'Select yes if this person has ever had another name'),
      {
        hint: 'For example, before marriage',
        for: 'EVIDENCE',
        reveals: {
          yes: {
            otherNamesList: text('Other names', {
              missing: 'Enter the other names',
              spellcheck: false,
              most: 200,
              for: 'EVIDENCE',
            }),
          },
        },
      },
    ),
  })

export const sexPage = (say: Voice): Page =>
  page('sex', say('What is your sex?', 'What is their sex?'), {
    sex: choice(
      say('Select your sex', 'Select this person’s sex'),
      { female: 'Female', male: 'Male', preferNot: 'Prefer not to say' },
      {
        ...(say('you', 'them') === 'you' ? { hint: 'This tells us who can share a bedroom' } : {}),
        for: 'BED',
      },
    ),
  })

export const birthDate = (say: Voice) =>
  date('Date of birth', {
    missing: say('Enter your date of birth', 'Enter this person’s date of birth'),
    hint: 'For example, 27 3 1986',
    must: 'past',
    born: true,
    withinYears: 120,
    for: 'BED',
  })

export const niPage = (say: Voice): Page =>
  page(
    'national-insurance',
    say('Do you have a National Insurance number?', 'Does ((name)) have a National Insurance number?'),
    {
      hasNiNumber: yesNo(
        say(
          'Select yes if you have a National Insurance number',
          'Select yes if this person has a National Insurance number',
        ),
        {
          ...(say('you', 'them') === 'you' ? { hint: 'It is on payslips and letters about tax or benefits' } : {}),
          sensitive: true,
          for: 'Q-DUP',
          reveals: { yes: { niNumber: niNumber(say) }, no: { niReason: niReason() } },
        },
      ),
    },
    { when: adult, sensitive: true },
  )

export const pregnancyPage = (say: Voice): Page =>
  page(
    'pregnancy',
    say('Are you pregnant?', 'Is ((name)) pregnant?'),
    {
      pregnant: yesNo(say('Select yes if you are pregnant', 'Select yes if this person is pregnant'), {
        hint: 'A baby may count for bedrooms',
        sensitive: true,
        for: 'BED',
        reveals: { yes: { babyDue: babyDue(), babiesExpected: babiesExpected() } },
      }),
    },
    { when: mayBePregnant, sensitive: true },
  )

// Of whoever would hold the tenancy and is 16 or 17: the applicant, or one who applies with them.
export const guarantorPage = (say: Voice, when: Condition): Page =>
  page(
    'guarantor',
    say(
      'Who could guarantee your tenancy until you are 18?',
      'Who could guarantee the tenancy for ((name)) until they are 18?',
    ),
    {
      guarantor: choice(
        say('Select who could guarantee your tenancy', 'Select who could guarantee the tenancy for this person'),
        {
          person: reveal('A parent, relative or other adult', {
            guarantorName: text('Their name', {
              missing: 'Enter the name of the person',
              spellcheck: false,
              for: 'Q-AGE',
            }),
          }),
          childrensServices: 'Children’s services',
          none: say('I do not have anyone', 'They do not have anyone'),
        },
        { hint: 'If there is nobody, we will talk to you about who could help', for: 'Q-AGE' },
      ),
    },
    {
      when,
      guidance: [
        say(
          'The law does not let a person under 18 hold a tenancy, so an adult or a service must hold it for you.',
          'The law does not let a person under 18 hold a tenancy, so an adult or a service must hold it for them.',
        ),
      ],
    },
  )

const nameField = (label: string, missing: string, autocomplete: string) =>
  text(label, {
    missing,
    autocomplete,
    spellcheck: false,
    for: 'officer',
    // Letters of any script with their marks, spaces, full stops, hyphens and apostrophes, one of
    // which may stand first: ’t Hooft. Persian names hold a joiner.
    pattern: {
      test: /^['’‘ʼ]?[\p{L}\p{M}](?:[\p{L}\p{M} .'’‘ʼ`–-]|\u200c)*$/u,
      words: `${label} must only include letters, spaces, hyphens and apostrophes`,
    },
  })

const niNumber = (say: Voice) =>
  nationalInsurance('National Insurance number', {
    missing: say('Enter your National Insurance number', 'Enter this person’s National Insurance number'),
    hint: 'For example, QQ 12 34 56 C',
    for: 'Q-DUP',
  })

const niReason = () =>
  text('Why not', {
    missing: 'Enter why there is no National Insurance number',
    most: 200,
    sensitive: true,
    for: 'officer',
  })

const babyDue = () =>
  date('Due date', {
    missing: 'Enter the date the baby is due',
    hint: 'For example, 27 3 2027. Your best estimate is fine.',
    must: 'future',
    withinYears: 1,
    sensitive: true,
    for: 'BED',
  })

const babiesExpected = () =>
  count('How many babies are expected?', {
    missing: 'Enter how many babies are expected',
    noun: 'Number of babies',
    hint: 'Enter 1 if you do not know',
    least: 1,
    most: 6,
    sensitive: true,
    for: 'BED',
  })
