// The words of the housing register's start page and of what happens after an application is sent.
import { draftDays } from '#domain/forms/answered/draft.ts'
import { council } from '#services/council.ts'
export const housingStart = {
  title: 'Apply to join the housing register',
  summary: `Use this service to apply for council and housing association homes in the ${council.name} area, for yourself and the people who live with you.`,
  before: [
    `If you are homeless tonight or in danger, do not wait for this form. Call us on ${council.phones.inDanger} at any time of day or night. In an emergency call 999.`,
    `You can stop at any page and come back within ${draftDays} days. We keep your answers.`,
    'We ask which ways of contacting you are safe before we ask for a phone number or an email address.',
  ],
  whatYouNeed: [
    'names and dates of birth of everyone who will live with you',
    'National Insurance numbers for everyone aged 16 or over, if they have one',
    'your addresses for the last 5 years, with the dates you moved',
    'what you and the other adults earn, get in benefits and have in savings',
    'your landlord’s name and how much rent you pay, if you rent',
    'a share code, if you or a joint applicant are not a British or Irish citizen and have an online immigration status',
  ],
  // As the walks of made-up applicants measure it: 15 seconds a page, and 200 words a minute.
  minutes: 25,
  longer: 'Add about 5 minutes for each other person who will live with you.',
  otherWays: [
    'Call us, and we will fill in the form with you. We can arrange an interpreter.',
    'Come to any council office or library and ask for help to apply.',
    'Ask someone you trust, or a support worker, to fill in the form for you.',
    'Ask us for a paper form, or one in large print, easy read or braille.',
  ],
  phone: council.phones.housing,
  whatHappensNext: [
    `Send us the documents on your list within ${council.periods.documents} days. Tell us if you cannot get one of them.`,
    `A housing officer will check your application. We aim to decide within ${council.periods.housingDecision} days of having everything we need.`,
    'We will tell you whether you can join the register, which band you are in and how many bedrooms you need, with our reasons.',
    'You can ask for a review within 21 days if you think that our decision is wrong.',
    'Tell us if anything changes, such as your address, who lives with you or your income.',
  ],
} as const
