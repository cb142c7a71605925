// Who helps an applicant, and a helper's way in.
import { mostHelpers } from '#domain/forms/answered/helping.ts'
import { council } from '#services/council.ts'
import { onOneLine } from '../../controls/entered.ts'
import { paths } from '../../site.ts'
import type { Tag } from '../../tags.ts'
import { type Around, citizenPage, wordsPage } from '../around.ts'
import type { Link } from '../journey-pages.ts'
import { byUs } from './code-pages.ts'
import { type FewFields, fewFields } from './return-pages.ts'

type Row = { readonly label: string; readonly text: string }

export type ShownHelper = { readonly id: string; readonly name: string; readonly rows: readonly Row[] }

// `add`: absent where as many help as may. `sent`: the application was sent.
export type HelpersPage = {
  readonly around: Around
  readonly now: readonly ShownHelper[]
  readonly ended: readonly ShownHelper[]
  readonly add?: string
  readonly action: string
  readonly sent: boolean
  readonly back: string
}

export const helpersPage = ({ around, now, ended, ...given }: HelpersPage): string => {
  const title = 'Who helps you'
  const shown = (all: readonly ShownHelper[]) =>
    all.map(({ id, name, rows }) => ({
      ...{ id, name: onOneLine(name) },
      rows: rows.map(({ label, text }) => ({ question: label, lines: [onOneLine(text)] })),
    }))
  return citizenPage(
    'helpers',
    around,
    { title },
    {
      ...{
        title,
        words: wordsFor(now.length > 0, given.sent),
        full: `${mostHelpers} people help you. End it for one of them first.`,
      },
      ...{ ...given, now: shown(now), ended: shown(ended) },
    },
  )
}

const wordsFor = (some: boolean, sent: boolean): readonly string[] => [
  ...(some ? [] : ['Nobody but you can see your answers.']),
  sent
    ? 'Somebody you trust can see where your application is. They use their own phone or computer, and a code of their own.'
    : 'Somebody you trust can help you fill this in. They use their own phone or computer, and a code of their own. We mark what they type.',
  'They never see what you told us about your safety, and they cannot change how we contact you.',
]

export const helpingPage = (given: FewFields): string =>
  fewFields(given, {
    title: 'Help somebody with their application',
    words: ['We will send you a 6-digit code, to the number or address that they gave us for you.'],
    inputs: [
      { field: 'reference', label: 'Their reference', classes: 'govuk-input--width-10', spellcheck: false },
      {
        field: 'contact',
        label: 'Your mobile number or email address',
        hint: 'Your own, and not theirs.',
        spellcheck: false,
      },
    ],
    send: 'Send me a code',
    links: [byUs],
  })

export const noHelpersCodePage = (around: Around): string => {
  const title = 'We cannot send you another code yet'
  const words = [
    'We limit how many codes we send. Use the newest code that you got: it works for 10 minutes.',
    `Or wait an hour and ask for another. You can also call us on ${council.phones.switchboard}.`,
  ]
  const links = [{ href: '/return/code', text: 'Enter a code' }, byUs]
  return wordsPage(around, { title, words, links })
}

type HelpedCase = {
  readonly around: Around
  readonly title: string
  readonly reference: string
  readonly state: Tag
  readonly next: string
  readonly by?: string
}

export const helpedCasePage = ({ around, reference, state, next, by, ...given }: HelpedCase): string => {
  const title = onOneLine(given.title)
  const words = [
    `Reference ${reference}. ${state.text}.`,
    `Next: ${next}${by === undefined ? '' : ` ${by}`}`,
    'You help with this. You can see where it is, and nothing else.',
  ]
  const links: readonly Link[] = [{ href: paths.mine, text: 'See all that you have here' }]
  return wordsPage(around, { title, words, links })
}

// `onward`: where they can go on.
export const onlyThemPage = (given: {
  readonly around: Around
  readonly title: string
  readonly words: readonly string[]
  readonly onward: string
}): string => {
  const links: readonly Link[] = [
    { href: given.onward, text: 'Go back to the application' },
    { href: paths.mine, text: 'See all that you have here' },
  ]
  const title = onOneLine(given.title)
  return wordsPage(given.around, { title, words: given.words, links })
}
