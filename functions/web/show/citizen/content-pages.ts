// The pages that say how the service is run: accessibility, privacy, cookies, contact, the texts we send, security.

import { draftDays } from '#domain/forms/answered/draft.ts'
import { council } from '#services/council.ts'
import { type Around, citizenPage } from './around.ts'

export type ContentId = 'accessibility' | 'privacy' | 'cookies' | 'contact' | 'leaving' | 'texts' | 'security'

type Section = { readonly title: string; readonly words?: readonly string[]; readonly points?: readonly string[] }
export type Content = {
  readonly title: string
  readonly words?: readonly string[]
  readonly sections?: readonly Section[]
}

export const contentPage = (content: Content): string => citizenPage('words', {}, { title: content.title }, content)

export type CookiesPage = { readonly around: Around; readonly counted: boolean }

export const cookiesPage = ({ around, counted }: CookiesPage): string => {
  const content = contents.cookies
  return citizenPage('cookies', around, { title: content.title }, { ...content, counted })
}

// A text as it is shown to the public: what it is for, and its words with ((placeholders)) as they are.
export type TextShown = { readonly service: string; readonly words: string }

export const textsPage = (texts: readonly TextShown[]): string => {
  const services = [...new Set(texts.map(({ service }) => service))]
  return contentPage({
    title: 'Texts we send',
    words: [
      `Every text from ${council.name} is one of these. Words in double brackets are filled in for you.`,
      'A text from us never asks for a password, a payment or bank details.',
    ],
    sections: services.map((service) => ({
      title: service,
      points: texts.filter((text) => text.service === service).map(({ words }) => words),
    })),
  })
}

export const contents: Readonly<Record<Exclude<ContentId, 'texts'>, Content>> = {
  accessibility: {
    title: 'Accessibility statement',
    words: [`${council.name} runs this website. We want as many people as possible to be able to use it.`],
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
        title: 'How accessible this website is',
        words: [
          'We test it against the Web Content Accessibility Guidelines version 2.2, level AA. The map for drawing a site boundary cannot be used with a keyboard alone: you can give a grid reference or upload a plan instead.',
        ],
      },
      {
        title: 'If something does not work for you',
        words: ['Contact us and say which page it was and what you needed to do. We answer in 5 working days.'],
      },
      {
        title: 'Enforcing accessibility',
        words: [
          'The Equality and Human Rights Commission enforces the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018. If you are not happy with how we answer, contact the Equality Advisory and Support Service.',
        ],
      },
    ],
  },
  privacy: {
    title: 'Privacy',
    words: [`${council.name} is the controller of what you tell us here.`],
    sections: [
      {
        title: 'What we keep and why',
        words: [
          'We ask only for what we need to decide your application, keep your appointment or contact you. Answers about health, safety, immigration and National Insurance numbers are sealed and seen only by people who work on your case.',
        ],
      },
      {
        title: 'How long we keep it',
        words: [
          `Answers that you have not sent are deleted after ${draftDays} days. Applications are kept as long as the law asks us to.`,
        ],
      },
      {
        title: 'Your rights',
        points: [
          'see what we hold about you',
          'have mistakes put right',
          'object to how we use it',
          'complain to the Information Commissioner',
        ],
      },
    ],
  },
  cookies: {
    title: 'Cookies',
    words: ['We use two cookies. They are needed for the service to work, so we do not ask for consent.'],
    sections: [
      {
        title: 'The cookies',
        points: [
          '__Host-counter: remembers which application is yours while you fill it in. It ends after 30 minutes without activity.',
          '__Host-place, and the name of a service: remembers your place in the queue, when many people use a service at once. It ends after a day.',
        ],
      },
    ],
  },
  leaving: {
    title: 'How ‘Exit this page’ works',
    words: [
      'Some pages have the button ‘Exit this page’. It opens a weather website at once. You can also press the Shift key 3 times.',
    ],
    sections: [
      {
        title: 'What it does',
        points: [
          'ends your session, so that nobody who goes back in this browser sees your application',
          'keeps the answers that you saved: come back with a code by text or with your recovery phrase',
          'works without JavaScript; the Shift key does not',
        ],
      },
      {
        title: 'What it cannot do',
        points: [
          `remove this website from the history of your browser, where it stands as ‘Your application - ${council.name}’`,
          'hide other websites that you visited',
          'stop an app that watches this device, or somebody who can see your internet router',
        ],
      },
      {
        title: 'If somebody checks your device',
        words: ['Use a device that they cannot reach, for example at a library, with a friend or at your work.'],
      },
    ],
  },
  contact: {
    title: 'Contact us',
    words: ['Tell us what works and what does not, or ask for help with a form.'],
    sections: [
      { title: 'Telephone', words: [council.phones.switchboard, council.phoneHours.switchboard] },
      { title: 'In person', words: ['You can come to any council office and we will fill in a form with you.'] },
      {
        title: 'If you are deaf, hard of hearing or have a speech impairment',
        words: ['Use Relay UK: type 18001, then our number.'],
      },
    ],
  },
  // After the NCSC's Vulnerability Disclosure Toolkit.
  security: {
    title: 'Report a security problem',
    words: [
      `If you have found a way in which this website could be misused, tell ${council.name} before you tell anybody else.`,
      'If you need help with a form, contact us instead.',
    ],
    sections: [
      {
        title: 'How to report it',
        words: [`Write to ${council.securityEmail}. You do not have to give your name. Tell us:`],
        points: [
          'the address of the page where you found it',
          'what kind of problem it is',
          'the steps that show it, without harm to anybody',
        ],
      },
      {
        title: 'What we do',
        points: [
          'we answer within 5 working days',
          'we judge within 10 working days how serious it is, and tell you',
          'we tell you when it is mended, and ask if you agree that it is',
          'we name you as the person who found it, if you want that',
        ],
      },
      {
        title: 'What you must not do',
        points: [
          'break the law',
          'look at more of other people’s details than you need to show the problem, or keep or share them',
          'change or delete anything',
          'send so many requests that the service gets slow',
          'deceive staff, or try to get into our buildings',
        ],
      },
      {
        title: 'If you do as this page says',
        words: [
          'We will not take legal action against you. Delete what you have seen of other people as soon as you have told us, and wait until it is mended before you write about it. We do not pay for reports.',
        ],
      },
    ],
  },
}
