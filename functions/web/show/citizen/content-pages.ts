// The pages that say how the service is run: accessibility, privacy, cookies, contact, the texts we send, security.

import { council } from '#services/council.ts'
import { aboutUs, type Content } from '../about-us.ts'
import { type Around, citizenPage, wordsPage } from './around.ts'

export type ContentId =
  | 'accessibility'
  | 'privacy'
  | 'cookies'
  | 'contact'
  | 'complain'
  | 'leaving'
  | 'texts'
  | 'security'

export const contentPage = (content: Content, around: Around = {}): string => wordsPage(around, content)

export type CookiesPage = { readonly around: Around; readonly counted: boolean }

export const cookiesPage = ({ around, counted }: CookiesPage): string => {
  const content = contents.cookies
  return citizenPage('cookies', around, { title: content.title }, { ...content, counted })
}

// A text as it is shown to the public: what it is for, and its words with ((placeholders)) as they are.
export type TextShown = { readonly service: string; readonly words: string }

export const textsPage = (texts: readonly TextShown[], around: Around = {}): string => {
  const services = [...new Set(texts.map(({ service }) => service))]
  return contentPage(
    {
      title: 'Texts we send',
      words: [
        `Every text from ${council.name} is one of these. Words in double brackets are filled in for you.`,
        'A text from us never asks for a password, a payment or bank details.',
      ],
      sections: services.map((service) => ({
        title: service,
        points: texts.filter((text) => text.service === service).map(({ words }) => words),
      })),
    },
    around,
  )
}

export const contents: Readonly<Record<Exclude<ContentId, 'texts'>, Content>> = {
  ...aboutUs,
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
