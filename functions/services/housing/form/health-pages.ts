// Health and disability, asked about each person (docs/rules/housing.md, "Questions"; feeds medical awards and extra bedrooms).

import { choice, choices, count, longText, none, option, reveal, yesNo } from '#domain/forms/ask.ts'
import { type Page, page } from '#domain/forms/form.ts'
import { together } from '#domain/forms/together.ts'
import { healthNeed } from '../ground/facts.ts'
import type { Voice } from '../ground/voice.ts'

export const healthDetails = (say: Voice): Page =>
  together('health-details', healthTitle(say), [detailsPage(say), mobilityPage(say), nightPage(say), benefitsPage(say)])

const healthTitle = (say: Voice): string => say('About your health', 'About ((name))’s health')

export const healthNeedPage = (say: Voice): Page =>
  page(
    'health',
    say(
      'Do you have a health condition or disability that affects the home you need?',
      'Does ((name)) have a health condition or disability that affects the home they need?',
    ),
    {
      hasHealthNeed: yesNo(
        say(
          'Select yes if you have a health condition or disability that affects the home you need',
          'Select yes if this person has a health condition or disability that affects the home they need',
        ),
        {
          hint: 'Include mental health, autism and learning disabilities',
          sensitive: true,
          for: 'C-MED',
        },
      ),
    },
    { sensitive: true },
  )

const detailsPage = (say: Voice): Page =>
  page(
    'health-details',
    healthTitle(say),
    {
      healthConditions: longText('What are the conditions or disabilities?', {
        missing: 'Enter the conditions or disabilities',
        noun: 'Conditions or disabilities',
        most: 1500,
        sensitive: true,
        for: 'C-MED',
      }),
      healthEffect: longText('How does the home make this harder, or how would a different home help?', {
        missing: 'Enter how the home makes this harder, or how a different home would help',
        noun: 'How the home affects health',
        hint: 'For example, cannot use the bath safely',
        most: 1500,
        sensitive: true,
        for: 'C-MED',
      }),
    },
    { when: healthNeed, sensitive: true },
  )

const mobilityPage = (say: Voice): Page =>
  page(
    'mobility',
    say('How do you get around?', 'How does ((name)) get around?'),
    {
      wheelchair: choice(
        say('Select if you use a wheelchair', 'Select if this person uses a wheelchair'),
        {
          no: 'No',
          outdoors: 'Yes, outdoors only',
          indoors: 'Yes, indoors and outdoors',
        },
        { label: 'Wheelchair use', sensitive: true, for: 'MATCH' },
      ),
      stairs: choice(
        say('Select how many stairs you can manage', 'Select how many stairs this person can manage'),
        { any: 'Any number', few: option('A few steps', 'For example, up to a front door'), none: 'None' },
        { label: 'Stairs', sensitive: true, for: 'MATCH' },
      ),
    },
    { when: healthNeed, sensitive: true },
  )

const nightPage = (say: Voice): Page =>
  page(
    'sleeping-and-care',
    say('Sleeping and care at night', 'Sleeping and care at night for ((name))'),
    {
      needsOwnRoom: yesNo('Select yes if a room of their own is needed because of health', {
        label: say(
          'Do you need a bedroom of your own because of your health?',
          'Do they need a bedroom of their own because of their health?',
        ),
        sensitive: true,
        for: 'BED',
        reveals: { yes: { ownRoomReason: ownRoomReason() } },
      }),
      overnightCarer: yesNo('Select yes if a carer stays overnight', {
        label: say(
          'Does a carer who does not live with you stay overnight?',
          'Does a carer from outside stay overnight?',
        ),
        sensitive: true,
        for: 'BED',
        reveals: { yes: { carerNights: carerNights() } },
      }),
      equipment: equipmentQuestion(),
    },
    { when: healthNeed, sensitive: true },
  )

const benefitsPage = (say: Voice): Page =>
  page(
    'disability-benefits',
    say('Do you get any of these because of your health?', 'Does ((name)) get any of these because of their health?'),
    {
      disabilityBenefits: choices(
        'Select the benefits received because of health, or select ‘None of these’',
        {
          pipLiving: 'PIP, daily living part',
          pipMobility: 'PIP, mobility part',
          attendance: 'Attendance Allowance',
          dlaChild: 'Disability Living Allowance (DLA)',
          armedForces: 'Armed Forces Independence Payment',
          none: none('None of these'),
        },
        { hint: 'Select all that apply', sensitive: true, for: 'C-MED' },
      ),
    },
    { when: healthNeed, sensitive: true },
  )

const ownRoomReason = () =>
  longText('Why a shared room is not suitable', {
    missing: 'Enter why a shared room is not suitable',
    most: 500,
    sensitive: true,
    for: 'BED',
  })

const carerNights = () =>
  count('Nights each week', {
    missing: 'Enter how many nights each week the carer stays',
    least: 1,
    most: 7,
    sensitive: true,
    for: 'BED',
  })

const equipmentQuestion = () =>
  choices(
    'Select the large equipment that is kept at home, or select ‘None of these’',
    {
      hoist: 'Hoist',
      hospitalBed: 'Hospital bed',
      dialysis: 'Dialysis or oxygen equipment',
      scooter: 'Mobility scooter or powered wheelchair',
      other: reveal('Something else', {
        equipmentDetails: longText('What equipment', {
          missing: 'Enter what equipment is kept at home',
          most: 300,
          sensitive: true,
          for: 'MATCH',
        }),
      }),
      none: none('None of these'),
    },
    { label: 'What large equipment is kept at home?', hint: 'Select all that apply', sensitive: true, for: 'MATCH' },
  )
