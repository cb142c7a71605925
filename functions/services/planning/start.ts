// What a person reads before they start a planning application.
import { draftDays } from '#domain/forms/answered/draft.ts'
import { council } from '#services/council.ts'
import type { StartPage } from '#services/service.ts'
import { planningPhone } from './ground/offline.ts'

export const planningStart: StartPage = {
  title: 'Apply for planning permission',
  summary: `Apply for permission to extend or alter a home, build new homes or other buildings, or change how land or a building is used, in the ${council.name} area.`,
  before: [
    'Some work does not need planning permission. Check before you apply: we cannot always refund a fee.',
    'You cannot use this service yet for adverts, protected trees, listed building consent alone, permission in principle, prior approval, lawful development certificates, or changes to a permission.',
    `You can save your application and come back to it for ${draftDays} days.`,
  ],
  whatYouNeed: [
    'the address of the site, or a grid reference',
    'a location plan at 1:1250 or 1:2500, with a red line around the site',
    'a site plan at 1:200 or 1:500',
    'drawings of the building as it is and as it would be, at 1:50 or 1:100',
    'the names and addresses of everyone else who owns any of the land, or farms it as a tenant',
    'the dates that you gave them notice, which must be no more than 21 days before you apply',
  ],
  minutes: 60,
  otherWays: [
    'Apply on the Planning Portal at planningportal.co.uk. There is a service charge.',
    'Ask us for a paper form, or for help to fill one in.',
  ],
  phone: planningPhone,
  whatHappensNext: [
    'We text you that we have your application.',
    'We tell you how to pay the fee. Your application is not valid until it is paid.',
    'We check that everything we need is there. If something is missing, we ask you for it.',
    'We then write to neighbours, put up a notice, or both, and publish your application. People have 21 days to comment.',
    'Most decisions take 8 weeks from the day that the application is complete. Major applications take 13 weeks.',
  ],
}
