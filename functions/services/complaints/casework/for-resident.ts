// What we say to whoever complains (docs/rules/casework.md, "What the applicant sees").
import type { ForResident } from '../../for-resident.ts'
import { abouts } from '../rules/ombudsmen.ts'

export const complaintsForResident: ForResident = {
  yours: 'Your complaint',
  about: (answers) => {
    const about = Object.entries(abouts).find(([id]) => id === answers.answer('about'))
    return about?.[1] ?? ''
  },
  stands: {
    received: { label: 'We have it', next: 'We tell you how we understand it.', by: 'aim' },
    'stage-1': { label: 'We are looking into it', next: 'We answer it.', by: 'aim' },
    answered: { label: 'Answered', next: 'Read our answer. You can ask us to look again.' },
    'stage-2': { label: 'We are looking again', next: 'Another person answers.', by: 'aim' },
    'answered-2': { label: 'Answered again', next: 'Read our answer. You can go to the ombudsman.' },
    ombudsman: { label: 'With the ombudsman', next: 'The ombudsman decides, and tells you.' },
    remedy: { label: 'We are putting it right', next: 'We do what our answer says.', by: 'aim' },
    closed: { label: 'Closed', next: 'We have done what our answer says.' },
    'not-accepted': { label: 'Not accepted', next: 'Read our reasons. You can ask the ombudsman.' },
    withdrawn: { label: 'Withdrawn', next: 'You can complain again at any time.', over: true },
  },
  deeds: {
    'ask-stage-2': {
      link: 'Ask us to look again',
      title: 'Ask us to look again',
      words: ['Another person looks at your complaint and our answer. This is stage 2.'],
      button: 'Ask us to look again',
    },
    withdraw: {
      link: 'Take your complaint back',
      title: 'Are you sure you want to take your complaint back?',
      words: ['We stop looking into it. You can complain again.'],
      button: 'Yes, take it back',
      warning: true,
    },
  },
  contact: ['you/safe-contact', 'you/mobile', 'you/phone', 'you/email', 'you/post'],
}
