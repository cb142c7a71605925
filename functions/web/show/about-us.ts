// What the council says of itself as the one who runs these services: accessibility, privacy, contact, complaints.
import { inWords } from '#domain/day.ts'
import { draftDays } from '#domain/forms/answered/draft.ts'
import { council } from '#services/council.ts'
import { latestKeepings, periodWords } from '#services/keeping.ts'
import type { Link } from './citizen/journey-pages.ts'
import { paths } from './site.ts'

type Section = { readonly title: string; readonly words?: readonly string[]; readonly points?: readonly string[] }
export type Content = {
  readonly title: string
  readonly words?: readonly string[]
  readonly sections?: readonly Section[]
  readonly links?: readonly Link[]
}

// The Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018, regulation 8, and GOV.UK's sample.
const accessibility: Content = {
  title: 'Accessibility statement',
  words: [
    `This statement is about the online services on this website. ${council.name} runs it. We want as many people as possible to be able to use it.`,
  ],
  sections: [
    {
      title: 'What you can do',
      points: [
        'change colours, contrast and fonts with your browser or device',
        'zoom in up to 400% without text going off the screen',
        'use every page with a keyboard, or with speech recognition',
        'listen to every page with a screen reader',
        'use every page without JavaScript',
      ],
    },
    {
      title: 'Compliance status',
      words: [
        'This website is partially compliant with the Web Content Accessibility Guidelines version 2.2 AA standard, because of what is listed below.',
      ],
    },
    {
      title: 'What is not accessible',
      words: [
        'The map on which you draw the site of a planning application needs JavaScript, and a screen reader cannot read it. You can draw on it with a keyboard. You can also give a grid reference, an easting and a northing, or the text of a map file, or upload a location plan instead. If you have none of these, call us and we will find the site with you.',
        'Plans and statements that other people send us with an application may not be accessible. Ask us for what you need in another format.',
      ],
    },
    {
      title: 'If something does not work for you',
      words: [
        `Call us on ${council.phones.switchboard}, or come to any council office. Say which page it was and what you needed to do. We answer in 5 working days.`,
        'We can send you large print, easy read, braille or audio, and we can fill in a form with you.',
      ],
    },
    {
      title: 'If you are not happy with our answer',
      words: [
        'The Equality and Human Rights Commission enforces the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018. You can contact the Equality Advisory and Support Service on 0808 800 0082.',
      ],
    },
    {
      title: 'How we test, and when',
      words: [
        `This statement was prepared on ${inWords(council.accessibility.prepared)}. It was last reviewed on ${inWords(council.accessibility.reviewed)}.`,
        `We last tested this website on ${inWords(council.accessibility.tested)}. We tested every kind of page ourselves, with a program that looks for barriers, with and without JavaScript, and on a small screen. Disabled people have not tested it yet.`,
      ],
    },
  ],
  links: [
    { href: '/contact', text: 'All ways to contact us' },
    { href: 'https://www.equalityadvisoryservice.com/', text: 'Equality Advisory and Support Service' },
  ],
}

// UK GDPR, articles 13 and 14.
const privacy: Content = {
  title: 'Privacy',
  words: [`${council.name} is the controller of what you tell us here. It decides how and why it is used.`],
  sections: [
    {
      title: 'What we keep and why',
      words: [
        'We ask only for what we need to decide your application, keep your appointment or contact you. Answers about health, safety, immigration and National Insurance numbers are sealed. Only people who work on your case see them.',
      ],
    },
    {
      title: 'What allows us to',
      points: [
        'applications and appointments: a task in the public interest (UK GDPR, article 6(1)(e))',
        'the housing register: Parts 6 and 7 of the Housing Act 1996',
        'planning applications: the Town and Country Planning Act 1990',
        'health, and other details of a special kind: reasons of substantial public interest in law (UK GDPR, article 9(2)(g); Data Protection Act 2018, Schedule 1, paragraph 6)',
        'equality questions: you choose if you answer them (Data Protection Act 2018, Schedule 1, paragraph 8)',
      ],
    },
    {
      title: 'Who sees it',
      points: [
        'officers who work on what you sent',
        'somebody whom you let help you, until you end it',
        'for housing: landlords who may offer you a home, the Home Office and the Department for Work and Pensions, to check what you said',
        'for planning: everybody, on the public register, without phone numbers, email addresses and signatures',
        'companies that keep our data or send our texts, and only as we tell them',
      ],
    },
    {
      title: 'How long we keep it',
      points: [
        `answers that you have not sent: ${draftDays} days after you started`,
        'everything else: as long as it is open, and then as this list says',
        ...latestKeepings().map((row) => `${row.kind}: ${periodWords(row)}`),
      ],
      words: [
        'When the time is over, a person looks before anything is erased. We keep it longer if it is needed in court or by an ombudsman.',
      ],
    },
    {
      title: 'Your rights',
      words: ['You can see a copy of what we hold about each thing you sent on its own page.'],
      points: [
        'see what we hold about you',
        'have mistakes put right',
        'object to how we use it',
        'ask us to use it less, or to delete it',
        'have a person decide: no rule decides alone',
      ],
    },
    {
      title: 'Ask or complain',
      words: [
        `Our data protection officer answers: ${council.dataProtectionEmail}, or call ${council.phones.switchboard}.`,
        'You can complain to the Information Commissioner’s Office on 0303 123 1113.',
      ],
    },
  ],
  links: [
    { href: paths.mine, text: 'See what you have started or sent' },
    { href: 'https://ico.org.uk/make-a-complaint/', text: 'Complain to the Information Commissioner’s Office' },
  ],
}

const contact: Content = {
  title: 'Contact us',
  words: [
    'Ask for help with a form, or about something that you sent us. Have your reference with you if you have one.',
  ],
  sections: [
    {
      title: 'If it cannot wait',
      words: [
        'If you are in danger now, call 999.',
        `If you have nowhere safe to stay tonight, call us on ${council.phones.inDanger} at any time of day or night.`,
      ],
    },
    { title: 'Housing', words: [`Call ${council.phones.housing}.`] },
    { title: 'Planning', words: [`Call ${council.phones.planning}.`] },
    { title: 'Appointments', words: [`Call ${council.phones.appointments}. ${council.phoneHours.appointments}.`] },
    { title: 'Anything else', words: [`Call ${council.phones.switchboard}. ${council.phoneHours.switchboard}.`] },
    {
      title: 'In person',
      words: ['You can come to any council office and we will fill in a form with you.'],
      points: Object.values(council.offices).map(({ lines }) => lines.join(', ')),
    },
    {
      title: 'If you are deaf, hard of hearing or have a speech impairment',
      words: ['Use Relay UK: type 18001, then our number. It is free.'],
    },
  ],
  links: [
    { href: paths.mine, text: 'Write to us about something that you sent' },
    { href: paths.feedback, text: 'Give feedback on this website' },
    { href: paths.complain, text: 'Make a complaint' },
  ],
}

// The Complaint Handling Code of the Local Government and Social Care Ombudsman (2024).
const complain: Content = {
  title: 'Make a complaint',
  words: [
    'Tell us if we did something badly, too late or not at all. It does not change how we treat your application.',
    'If you think that a decision is wrong, you can ask for a review or appeal. Its page says how, and by when.',
  ],
  sections: [
    {
      title: 'How to complain',
      points: [
        'fill in our form online: it takes about 10 minutes, and you can save it',
        `call ${council.phones.switchboard}. ${council.phoneHours.switchboard}`,
        'come to any council office',
        'ask someone you trust to complain for you',
      ],
    },
    {
      title: 'What happens',
      points: [
        'we tell you within 5 working days that we have your complaint',
        'we answer within 10 working days after that',
        'if you are not happy with the answer, ask us to look again: another person answers within 20 working days',
      ],
    },
    {
      title: 'If you are still not happy',
      words: [
        'You can ask the Local Government and Social Care Ombudsman to look at it. It is free, and it does not work for us. Call 0300 061 0614.',
        'If it is about a home that you rent or lease from us, ask the Housing Ombudsman instead. Call 0300 111 3000.',
      ],
    },
  ],
  links: [
    { href: '/complaints', text: 'Start your complaint' },
    { href: paths.mine, text: 'See what you have started or sent' },
    { href: 'https://www.lgo.org.uk/make-a-complaint', text: 'Local Government and Social Care Ombudsman' },
    { href: 'https://www.housing-ombudsman.org.uk', text: 'Housing Ombudsman' },
  ],
}

export const aboutUs = { accessibility, privacy, contact, complain } as const
