// Time: more of it, or none left. Nothing saved is ever lost.

import { paths } from '../site.ts'
import { type Around, citizenPage, wordsPage } from './around.ts'
import type { PostedField } from './cannot-save-page.ts'
import type { Link } from './journey-pages.ts'

export type MoreTimePage = { readonly around: Around; readonly from: string }

// The way to stay that needs no JavaScript (WCAG 2.2.1, Timing Adjustable).
export const moreTimePage = ({ around, from }: MoreTimePage): string => {
  const title = 'Do you need more time?'
  return citizenPage(
    'confirm',
    around,
    { title },
    {
      title,
      words: ['If you do nothing for 30 minutes, your session will end. Answers you have saved are kept.'],
      button: 'Give me 30 more minutes',
      action: `${paths.stay}?from=${encodeURIComponent(from)}`,
      cancel: { href: from, text: 'Go back' },
    },
  )
}

export const sessionEndedPage = (around: Around): string => {
  const title = 'Your session has ended'
  return wordsPage(around, {
    title,
    words: [
      'We ended your session because you did not do anything for 30 minutes. This keeps your answers safe.',
      'Answers you saved before that are kept.',
    ],
    links,
  })
}

const links = [
  { href: paths.comeBack, text: 'Return to a saved application' },
  { href: paths.byPhrase, text: 'Return with a recovery phrase' },
  { href: paths.home, text: 'Go to all services' },
]

// For a browser that had it open when somebody showed elsewhere that its number is theirs.
export const sessionTakenPage = (around: Around): string => {
  const title = 'You cannot carry on here'
  return wordsPage(around, {
    title,
    words: [
      'The person with the mobile number of this application entered a code from us. Only they can see it now.',
      'If that was you, carry on where you entered the code, or get another code here. Answers that were saved are kept.',
    ],
    links,
  })
}

// `words`: how to come back to each that is open. `links`: to a phrase, where there is no other way back.
export type FinishPage = {
  readonly around: Around
  readonly words: readonly string[]
  readonly links: readonly Link[]
  readonly action: string
}

export const finishPage = ({ around, words, links, action }: FinishPage): string => {
  const title = 'Finish and sign out'
  return citizenPage(
    'confirm',
    around,
    { title },
    {
      title,
      words: ['Answers you have saved are kept. Nobody who uses this device after you can see them.', ...words],
      links,
      button: 'Finish and sign out',
      action,
      cancel: { href: paths.mine, text: 'Go back to what you have started' },
    },
  )
}

export const finishedPage = (): string => {
  const title = 'You have signed out'
  return wordsPage(
    {},
    {
      title,
      words: [
        'Your answers are saved and cannot be seen on this device.',
        'If other people use this device, close all windows of this browser too.',
      ],
      links,
    },
  )
}

export type NotSavedPage = {
  readonly around: Around
  readonly typed: readonly string[]
  readonly fields: readonly PostedField[]
  readonly action: string
  // What it may belong to. `csrf`: of the form that sends it there; `open`: where they open it first.
  readonly begun: readonly { readonly reference: string; readonly csrf: string; readonly open?: string }[]
}

export const notSavedPage = ({ around, ...given }: NotSavedPage): string => {
  const title = 'Open your application or appointment again'
  const words = [
    'You signed in or out in another tab, so we could not save this page. Your saved answers are kept.',
    given.begun.length === 0
      ? 'Open what it belongs to, and give this answer again.'
      : 'What you typed is still here. Choose what it belongs to.',
  ]
  return citizenPage('not-saved', around, { title }, { ...given, title, words, mine: paths.mine })
}
