// Who applies, who acts for them, how to reach them, and whether they are connected to the council.

import { address, choice, email, longText, mobile, option, phone, reveal, text, yesNo } from '#domain/forms/ask.ts'
import { answered, any, equals, not, oneOf, saysNo } from '#domain/forms/condition.ts'
import { page, section } from '#domain/forms/form.ts'

const forSomeone = answered('role', oneOf('agent', 'proxy'))
const organisation = not(answered('applicantType', equals('individual')))

export const you = section(
  'you',
  'You and the applicant',
  [
    page('role', 'Who are you applying for?', {
      role: choice(
        'Select who you are applying for',
        {
          applicant: 'Myself, or the organisation that I work for',
          agent: option('Someone else, as their agent', 'For example, as an architect or a planning consultant'),
          proxy: option('Someone else, without being paid', 'For example, a friend or relative'),
        },
        { for: 'CONTACT' },
      ),
    }),
    page('applicant-type', 'Who is the applicant?', {
      applicantType: choice(
        'Select who the applicant is',
        {
          individual: 'A person, or several people',
          company: 'A company',
          charity: 'A charity',
          public: 'A public body',
          parishCouncil: 'A parish, town or community council',
        },
        { for: 'FEE' },
      ),
    }),
    page(
      'organisation',
      'What organisation is the applicant?',
      {
        organisationName: text('Name of the organisation', {
          most: 160,
          autocomplete: 'organization',
          missing: 'Enter the name of the organisation',
          for: 'CONTACT',
        }),
        companyNumber: text('Company or charity number', {
          optional: true,
          most: 8,
          width: 10,
          reads: 'code',
          example: '01234567',
          pattern: {
            test: /^[A-Za-z0-9]{6,8}$/,
            words: 'Company or charity number must be 6 to 8 letters and numbers, like 01234567',
          },
          for: 'officer',
        }),
      },
      { when: organisation, theirs: forSomeone },
    ),
    page('name', 'What is your name?', {
      firstName: text('First name', { autocomplete: 'given-name', missing: 'Enter your first name', for: 'CONTACT' }),
      lastName: text('Last name', {
        optional: true,
        autocomplete: 'family-name',
        hint: 'Leave blank if you have one name',
        for: 'CONTACT',
      }),
    }),
    page(
      'company',
      'Who do you work for?',
      {
        agentCompany: text('Name of your company', {
          optional: true,
          most: 160,
          autocomplete: 'organization',
          for: 'CONTACT',
        }),
      },
      { when: answered('role', equals('agent')) },
    ),
    page(
      'contact',
      'How can we contact you?',
      {
        contactEmail: email('Email address', {
          hint: 'We send the decision here.',
          missing: 'Enter your email address',
          for: 'CONTACT',
        }),
        contactPhone: phone('Phone number', { missing: 'Enter your phone number', for: 'CONTACT' }),
      },
      { guidance: ['We do not publish your email address or phone number.'] },
    ),
    page('texts', 'Can we text you about this application?', {
      textsWanted: yesNo('Select yes if we can text you about this application', {
        for: 'CONTACT',
        hint: 'We text when we get your application, when we need something, and when there is a decision.',
        reveals: {
          yes: {
            textNumber: mobile('UK mobile number', { missing: 'Enter a UK mobile number', for: 'CONTACT' }),
          },
        },
      }),
    }),
    page(
      'address-same',
      'Is your address the same as the site?',
      {
        addressSame: yesNo('Select yes if your address is the same as the site', { for: 'CONTACT' }),
      },
      { when: answered('role', equals('applicant')) },
    ),
    page(
      'address',
      'What is your address?',
      { yourAddress: address('Enter your address', { anywhere: true, for: 'CONTACT' }) },
      { when: any(forSomeone, answered('addressSame', saysNo)) },
    ),
    page(
      'applicant-name',
      'What is the applicant’s name?',
      {
        applicantFirstName: text('Applicant’s first name', {
          missing: 'Enter the applicant’s first name',
          for: 'CONTACT',
        }),
        applicantLastName: text('Applicant’s last name', {
          optional: true,
          hint: 'Leave blank if they have one name',
          for: 'CONTACT',
        }),
      },
      {
        when: forSomeone,
        guidance: ['If the applicant is an organisation, give the name of a person who works there.'],
      },
    ),
    page(
      'applicant-contact',
      'How can we contact the applicant?',
      {
        applicantEmail: email('Applicant’s email address', {
          theirs: true,
          missing: 'Enter the applicant’s email address',
          for: 'CONTACT',
        }),
        applicantPhone: phone('Applicant’s phone number', {
          theirs: true,
          optional: true,
          for: 'CONTACT',
        }),
      },
      { when: forSomeone, guidance: ['We write to you, and to the applicant only if we cannot reach you.'] },
    ),
    page(
      'applicant-address-same',
      'Is the applicant’s address the same as the site?',
      {
        applicantAddressSame: yesNo('Select yes if the applicant’s address is the same as the site', {
          for: 'CONTACT',
        }),
      },
      { when: forSomeone },
    ),
    page(
      'applicant-address',
      'What is the applicant’s address?',
      { applicantAddress: address('Enter the applicant’s address', { anywhere: true, theirs: true, for: 'CONTACT' }) },
      { when: answered('applicantAddressSame', saysNo) },
    ),
    page('site-visit', 'Who should we contact to visit the site?', {
      siteContact: choice(
        'Select who we should contact to visit the site',
        {
          me: 'Me',
          applicant: 'The applicant, if that is not me',
          other: reveal('Someone else', {
            siteContactName: text('Full name', {
              missing: 'Enter the full name of the person to contact',
              for: 'officer',
            }),
            siteContactPhone: phone('Their phone number', {
              theirs: true,
              missing: 'Enter their phone number',
              for: 'officer',
            }),
          }),
        },
        { for: 'officer' },
      ),
    }),
    page('council-connection', 'Are you or the applicant connected to the council?', {
      connection: choice(
        'Select if you or the applicant are connected to the council',
        {
          none: 'No',
          employee: 'Yes, one of us works for the council',
          relationEmployee: 'Yes, one of us is related to someone who works for the council',
          electedMember: 'Yes, one of us is a councillor',
          relationElectedMember: 'Yes, one of us is related to a councillor',
        },
        {
          for: 'DELEGATION',
          hint: 'Related means by birth, marriage or otherwise, close enough that a fair-minded person could think that the decision is not fair.',
        },
      ),
    }),
    page(
      'connection-details',
      'What is the connection to the council?',
      {
        connectionDetails: longText('Connection to the council', {
          most: 500,
          hint: 'Give names, roles, and how you are related.',
          missing: 'Enter what the connection to the council is',
          for: 'DELEGATION',
        }),
      },
      { when: answered('connection', oneOf('employee', 'relationEmployee', 'electedMember', 'relationElectedMember')) },
    ),
  ],
  { group: 'Before you start', after: ['type'] },
)
