// Landlord, agreement, rent and notice of the home now (docs/rules/housing.md, "Questions").

import { choice, date, money, option, text, yesNo } from '#domain/forms/ask.ts'
import { all, answered, equals, not, saysYes } from '#domain/forms/condition.ts'
import { type Page, page } from '#domain/forms/form.ts'
import { together } from '#domain/forms/together.ts'
import { hasRooms, paysForHome } from '#services/housing/ground/facts.ts'

const landlordTitle = 'Your landlord and rent'

const landlord = page(
  'landlord',
  landlordTitle,
  {
    landlordName: text('Landlord, letting agent or organisation', {
      noun: 'Landlord',
      missing: 'Enter the name of your landlord, letting agent or organisation',
      for: 'TEN',
    }),
    landlordContact: text('Phone number or email address', {
      optional: true,
      hint: 'We will not contact them without telling you first',
      for: 'TEN',
    }),
    tenancyStarted: date('Date it started', {
      missing: 'Enter the date your agreement started',
      noun: 'Date your agreement started',
      hint: 'For example, 27 3 2022',
      must: 'past',
      for: 'TEN',
    }),
  },
  { when: paysForHome },
)

const privateTenant = answered('livingSituation', equals('privateRent'))

// A housing association may still have let on an assured shorthold tenancy, and may end one by section 21, until the Renters' Rights
// Act 2025 is brought into force for it. A private landlord may not since 1 May 2026.
const tenancyType = page(
  'tenancy-type',
  'What kind of agreement do you have?',
  {
    tenancyType: choice(
      'Select what kind of agreement you have',
      {
        assured: 'Assured or assured periodic tenancy',
        assuredShorthold: 'Assured shorthold tenancy',
        secure: 'Secure or flexible council tenancy',
        introductory: 'Introductory or starter tenancy',
        licence: 'Licence, or a room in someone’s home',
        notSure: 'Another kind, or I’m not sure',
      },
      { for: 'TEN' },
    ),
  },
  { when: all(paysForHome, not(privateTenant)) },
)

const privateTenancy = page(
  'private-tenancy',
  'What kind of tenancy do you have?',
  {
    privateTenancy: choice(
      'Select what kind of tenancy you have',
      {
        assured: option('Assured tenancy', 'Most private tenancies, also if once assured shorthold'),
        regulated: option('Regulated or protected tenancy', 'From before 15 January 1989'),
        licence: 'Licence, or a room in the landlord’s home',
        notSure: 'Another kind, or I’m not sure',
      },
      { for: 'TEN' },
    ),
  },
  { when: privateTenant },
)

const rent = page(
  'rent',
  'How much is your rent?',
  {
    rent: money('Rent', {
      hint: 'Include service charges. Enter 0 if none.',
      missing: 'Enter how much your rent is, or 0',
      most: 20_000,
      for: 'C-AFF',
    }),
    rentHelp: money('Help with rent from benefits', {
      hint: 'From Housing Benefit or Universal Credit. Enter 0 if none.',
      missing: 'Enter how much help with rent you get from benefits, or 0',
      most: 20_000,
      for: 'C-AFF',
    }),
    rentEvery: choice(
      'Select if these amounts are for a week, a fortnight, 4 weeks or a month',
      { week: 'A week', fortnight: 'A fortnight', fourWeeks: '4 weeks', month: 'A month' },
      { label: 'These amounts are for', for: 'C-AFF' },
    ),
  },
  { when: paysForHome },
)

const notice = page(
  'notice',
  'Have you been told to leave?',
  {
    toldToLeave: yesNo('Select yes if you have been told to leave', {
      hint: 'In writing, by a court or by the person you live with',
      for: 'C-PREV',
      reveals: {
        yes: {
          leaveBy: date('Date you must leave', {
            missing: 'Enter the date you must leave',
            hint: 'For example, 27 1 2027',
            for: 'C-PREV',
          }),
        },
      },
    }),
  },
  { when: all(hasRooms, not(answered('livingSituation', equals('owner')))) },
)

const toldToLeave = answered('toldToLeave', saysYes)

const noticeKind = page(
  'notice-kind',
  'How were you told to leave?',
  {
    noticeKind: choice(
      'Select how you were told to leave',
      {
        section8: 'Section 8 notice',
        section21: 'Section 21 notice',
        noticeToQuit: 'Notice to quit',
        courtOrder: 'Possession order or eviction date from a court',
        asked: 'Asked to leave, without a legal notice',
        notSure: 'Another way, or I’m not sure',
      },
      { for: 'TEN' },
    ),
  },
  { when: all(toldToLeave, not(privateTenant)) },
)

const privateNotice = page(
  'private-notice',
  'How did your landlord tell you to leave?',
  {
    privateNotice: choice(
      'Select how your landlord told you to leave',
      {
        section8: 'Section 8 notice',
        courtOrder: option(
          'Possession order or eviction date from a court',
          'It may follow a section 21 notice from before 1 May 2026',
        ),
        noticeToQuit: 'Notice to quit',
        asked: 'Asked to leave, without a legal notice',
        notSure: option('Another way, or I’m not sure', 'Since 1 May 2026 a section 21 notice is not valid'),
      },
      { for: 'TEN' },
    ),
  },
  { when: all(toldToLeave, privateTenant) },
)

export const tenancyPages: readonly Page[] = [
  together('landlord', landlordTitle, [landlord, tenancyType, privateTenancy, rent, notice]),
  noticeKind,
  privateNotice,
]
