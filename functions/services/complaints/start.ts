// What a person reads before they start a complaint.
import { council } from '#services/council.ts'
import type { StartPage } from '#services/service.ts'
import { packOfComplaints } from './rules/clock.ts'

const { acknowledge, answer } = packOfComplaints

export const complaintsStart: StartPage = {
  title: 'Make a complaint',
  summary:
    'Tell us if we did something badly, too late or not at all. It does not change how we treat your application.',
  before: [
    'If you think that a decision is wrong, you can often ask for a review or appeal. Look at its page first: there may be a last day to ask.',
    'Somebody who had no part in what you complain of will answer.',
  ],
  whatYouNeed: ['your reference, if it is about something you have sent us', 'roughly when it happened'],
  minutes: 10,
  otherWays: [
    'You can complain by phone, or at any of our offices, and we will write it down with you.',
    'Somebody you trust can complain for you.',
  ],
  phone: council.phones.switchboard,
  whatHappensNext: [
    `Within ${acknowledge.value} working days we tell you that we have your complaint, and how we understand it.`,
    `Within ${answer[1].value} working days after that we answer it.`,
    `If you are not happy with the answer, ask us to look again. Another person answers within ${answer[2].value} working days.`,
    'If you are still not happy, you can go to an ombudsman. It is free, and it does not work for us.',
  ],
}
