// Leaving and coming back: a number or an address to save by, what was saved, an appointment, a place on a waiting list.
import type { Problem } from '#domain/forms/kind.ts'
import type { Variables } from '#web/template-runtime.ts'
import { paths } from '../../site.ts'
import { type Around, citizenPage, failedBy, wordsPage } from '../around.ts'
import type { Link, Row } from '../journey-pages.ts'

export type SavedPage = {
  readonly around: Around
  readonly reference: string
  // The number that can get back in, as its owner sees it; and the address, masked. Absent when none is given yet.
  readonly phone?: string
  readonly email?: string
  readonly continueHref: string
  readonly changeHref: string
  readonly phraseHref: string
  // Absent where email is not safe.
  readonly byEmail?: string
  // In words: "27 March 2026".
  readonly keptUntil: string
}

export const savedPage = (given: SavedPage): string => {
  const { around, reference, phone, email, continueHref, keptUntil } = given
  const title = 'Your answers are saved'
  return wordsPage(around, {
    title,
    words: [`Your reference is ${reference}. We will keep your answers until ${keptUntil}.`],
    sections: [
      { title: 'How to come back', words: waysBack(phone, email) },
      {
        title: 'If something is not yours, or you may lose it',
        words: ['Change it, or get a recovery phrase that works without a phone and without email.'],
      },
    ],
    links: [
      { href: given.changeHref, text: phone === undefined ? 'Add a mobile number' : 'Change the mobile number' },
      ...(given.byEmail === undefined
        ? []
        : [{ href: given.byEmail, text: email === undefined ? 'Add an email address' : 'Change the email address' }]),
      { href: given.phraseHref, text: 'Get a recovery phrase' },
      { href: continueHref, text: 'Continue now' },
      { href: paths.home, text: 'Go to all services' },
    ],
  })
}

const waysBack = (phone: string | undefined, email: string | undefined): readonly string[] => [
  ...(phone === undefined
    ? []
    : [`Go to “Return to a saved application” and use your phone ${phone}. We will text you a 6-digit code.`]),
  ...(email === undefined
    ? []
    : [
        `${phone === undefined ? 'Go' : 'Or go'} to “Return to a saved application”, choose a code by email, and use your reference and ${email}. We will email you a 6-digit code.`,
      ]),
]

// A page of a few lines to fill in: a number to save by, reference and number to return, a code.
export type FewFields = {
  readonly around: Around
  readonly action: string
  readonly typed: Readonly<Record<string, string>>
  readonly problems: readonly Problem[]
}

// `byEmail`: absent where email is not safe.
export type SavePage = FewFields & { readonly phrase: string; readonly byEmail?: string }
export const saveAndReturnPage = (given: SavePage): string =>
  fewFields(given, {
    title: 'Save and come back later',
    words: ['Give us a mobile number. When you come back, we will text you a code to show that it is you.'],
    inputs: [{ field: 'phone', label: 'UK mobile number', ...mobile }],
    send: 'Save',
    links: [
      ...(given.byEmail === undefined ? [] : [{ href: given.byEmail, text: 'Use an email address instead' }]),
      { href: given.phrase, text: 'Get a recovery phrase instead, if you have no mobile number or it is not safe' },
      { href: paths.comeBack, text: 'Show that a number is yours' },
    ],
  })

export const saveByEmailPage = (given: FewFields & { readonly phrase: string }): string =>
  fewFields(given, {
    title: 'Save with an email address',
    words: [
      'When you come back, we will email you a code to show that it is you.',
      'Only give an address whose emails nobody else can open.',
    ],
    inputs: [{ field: 'email', label: 'Email address', type: 'email', autocomplete: 'email', spellcheck: false }],
    send: 'Save',
    links: [{ href: given.phrase, text: 'Get a recovery phrase instead' }],
  })

export const mobile = { type: 'tel', autocomplete: 'tel', classes: 'govuk-input--width-20' } as const

type Input = Variables & { readonly field: string; readonly label: string; readonly hint?: string }
type Asks = {
  readonly title: string
  readonly words: readonly string[]
  readonly inputs: readonly Input[]
  readonly send: string
  readonly links?: readonly Link[]
}

export const fewFields = ({ around, action, typed, problems }: FewFields, { inputs, ...asks }: Asks): string =>
  citizenPage(
    'fields',
    around,
    { title: asks.title, ...failedBy(problems) },
    {
      ...asks,
      action,
      problems: problems.map(({ field, words }) => ({ text: words, href: `#${field}` })),
      inputs: inputs.map(({ field, label, hint, ...more }) => {
        const problem = problems.find((one) => one.field === field)
        return {
          ...more,
          id: field,
          name: field,
          value: typed[field],
          label: { text: label },
          hint: hint === undefined ? undefined : { text: hint },
          errorMessage: problem && { text: problem.words },
        }
      }),
    },
  )

export type BookingPage = {
  readonly around: Around
  readonly title: string
  readonly reference: string
  readonly words: readonly string[]
  readonly details: readonly Row[]
  // Absent when it is too late, or cancelled.
  readonly change?: string
  readonly cancel?: string
  readonly calendar?: string
  // Where they say that they are here.
  readonly here?: string
  // The council moved it, and asks whether that suits: what is said, where the answer is posted to, and the way back to the old time.
  readonly movedByUs?: { readonly words: string; readonly keep: string; readonly back?: string }
}

export const bookingPage = (given: BookingPage): string =>
  citizenPage('booking', given.around, { title: given.title }, given)

type WaitingPage = {
  readonly around: Around
  readonly title: string
  readonly reference?: string
  readonly words: readonly string[]
  readonly details: readonly Row[]
  // Where taking the offered time, or letting it go, is posted to.
  readonly offer?: string
  readonly links: readonly Link[]
}

export const waitingPage = (given: WaitingPage): string =>
  citizenPage('waiting', given.around, { title: given.title }, given)

// `open`: ways by which a code lets them in. `shut`: given before, and not shown to be theirs.
export type WaysBackPage = {
  readonly around: Around
  readonly reference: string
  readonly open: readonly string[]
  readonly shut: readonly string[]
  readonly action: string
  readonly back: string
}

export const waysBackPage = ({ around, reference, open, shut, action, back }: WaysBackPage): string => {
  const title = 'How you can come back to this'
  const words = [
    ...open.map((way) => `You can come back to ${reference} with a code from ${way}.`),
    ...(open.length === 0 ? ['We have no number or email address to send you a code.'] : []),
    'A recovery phrase also works, if you have one.',
  ]
  if (shut.length === 0) return wordsPage(around, { title, words, links: [{ href: back, text: 'Go back' }] })
  return citizenPage(
    'confirm',
    around,
    { title },
    {
      title,
      words: [
        ...words,
        ...shut.map((way) => `You cannot yet use a code from ${way}, as you have not told us that it is yours.`),
        'Only say that it is yours if nobody else can read what we send there. If it is not, change how we contact you.',
      ],
      button: 'It is mine: let me use it too',
      action,
      cancel: { href: back, text: 'Go back' },
    },
  )
}
