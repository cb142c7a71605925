// What a person is told when a page cannot be given (Design System: page not found, problem with the service, service unavailable).

import { council } from '#services/council.ts'
import { paths, telephone } from '../site.ts'
import { type Around, citizenPage, feedbackAt } from './around.ts'

export type ProblemStatus = 400 | 403 | 404 | 405 | 409 | 410 | 413 | 415 | 429 | 500 | 503

export type ProblemPage = {
  readonly status: ProblemStatus
  readonly around?: Around
  // Quoted to us: the request's id.
  readonly reference?: string
  readonly phone?: string
}

export const problemPage = ({ status, around = {}, reference, phone }: ProblemPage): string => {
  const { title, words } = problemWords(status)
  return citizenPage(
    'problem',
    around,
    { title, wrong: String(status) },
    {
      title,
      words: phone === undefined ? words : [...words, `Telephone: ${telephone(phone).text}`],
      reference: status >= 500 || status === 403 ? reference : undefined,
      links: [
        {
          href: around.service?.home ?? paths.home,
          text: around.service === undefined ? 'Go to all services' : `Go to the start of “${around.service.name}”`,
        },
        ...(status >= 500
          ? [{ href: feedbackAt(around, 'ours', String(status)), text: 'What did you think of this service?' }]
          : []),
      ],
    },
  )
}

type Words = { readonly title: string; readonly words: readonly string[] }

export const problemWords = (status: ProblemStatus): Words => said[status]

const notUnderstood: Words = {
  title: 'We could not understand that',
  words: ['Something in the request was not as we expected. Your saved answers are kept.', 'Go back and try again.'],
}

const said: Readonly<Record<ProblemStatus, Words>> = {
  400: notUnderstood,
  405: notUnderstood,
  415: notUnderstood,
  403: {
    title: 'We could not accept that',
    words: [
      'The form was too old, or it came from another website. Your saved answers are kept.',
      'Go back, load the page again and send it once more.',
    ],
  },
  404: {
    title: 'Page not found',
    words: [
      'If you typed the web address, check it is correct.',
      'If you pasted the web address, check you copied all of it.',
    ],
  },
  409: {
    title: 'This was changed somewhere else',
    words: [
      'The same application was changed in another window or on another device. Both sets of saved answers are kept where they can be.',
      'Go back and check your answers.',
    ],
  },
  410: {
    title: 'These answers are no longer kept',
    words: ['The council has erased what was said in this application. It cannot be brought back.'],
  },
  413: {
    title: 'That was too large',
    words: [
      'What you sent is larger than we can accept. Your saved answers are kept.',
      'Go back and send less text or a smaller file.',
    ],
  },
  429: {
    title: 'Too many codes for this number',
    words: [
      'We send 3 codes an hour to a number, whoever asks for them. Your answers are kept.',
      'Open the link in the text that we sent when you saved your answers or sent them: you can then ask for a code at once.',
      `You can also use your recovery phrase or get a code by email, at ${paths.comeBack} on this website. Or call us on ${council.phones.switchboard} (${council.phoneHours.switchboard}).`,
    ],
  },
  500: {
    title: 'Sorry, there is a problem with the service',
    words: ['Try again later.', 'Answers you have saved are kept.'],
  },
  503: {
    title: 'Sorry, the service is unavailable',
    words: ['Try again in a few minutes.', 'Answers you have saved are kept.'],
  },
}
