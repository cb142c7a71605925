// Leaving and coming back: saved, reference and number, code by text, everything of one person, where a case stands, an appointment.
import type { Problem } from '#domain/forms/kind.ts'
import type { Variables } from '#web/template-runtime.ts'
import { paths } from '../site.ts'
import { type Around, citizenPage } from './around.ts'
import type { Link, Row } from './journey-pages.ts'

export type SavedPage = {
  readonly around: Around
  readonly reference: string
  // The number that can get back in, as its owner sees it; absent when none is given yet.
  readonly phone?: string
  readonly continueHref: string
  readonly changeHref: string
  readonly phraseHref: string
  // In words: "27 March 2026".
  readonly keptUntil: string
}

export const savedPage = (given: SavedPage): string => {
  const { around, reference, phone, continueHref, keptUntil } = given
  const title = 'Your answers are saved'
  const back = phone === undefined ? 'your reference' : `your reference and your phone ${phone}`
  return citizenPage(
    'words',
    around,
    { title },
    {
      title,
      words: [`Your reference is ${reference}. We will keep your answers until ${keptUntil}.`],
      sections: [
        {
          title: 'How to come back',
          words: [`Go to “Return to a saved application” and use ${back}. We will text you a 6-digit code.`],
        },
        {
          title: 'If this is not your number, or you may lose it',
          words: ['Change the number, or get a recovery phrase that works without a phone.'],
        },
      ],
      links: [
        { href: given.changeHref, text: 'Change the mobile number' },
        { href: given.phraseHref, text: 'Get a recovery phrase' },
        { href: continueHref, text: 'Continue now' },
        { href: paths.home, text: 'Go to all services' },
      ],
    },
  )
}

// A page of a few lines to fill in: a number to save by, reference and number to return, a code.
export type FewFields = {
  readonly around: Around
  readonly action: string
  readonly typed: Readonly<Record<string, string>>
  readonly problems: readonly Problem[]
}

export type SavePage = FewFields & { readonly phrase: string }
export const savePage = (given: SavePage): string =>
  fewFields(given, {
    title: 'Save and come back later',
    words: ['Give us a mobile number. When you come back, we will text you a code to show that it is you.'],
    inputs: [{ field: 'phone', label: 'UK mobile number', ...mobile }],
    send: 'Save',
    links: [
      { href: given.phrase, text: 'Get a recovery phrase instead, if you have no mobile number or it is not safe' },
      { href: paths.comeBack, text: 'Show that a number is yours' },
    ],
  })

export type ComeBackPage = FewFields
export const comeBackPage = (given: ComeBackPage): string =>
  fewFields(given, {
    title: 'Return to something you started or sent',
    words: ['We will text you a 6-digit code.'],
    inputs: [
      {
        field: 'reference',
        label: 'Reference',
        hint: 'Leave this empty if you do not have it. You will see everything for your number.',
        classes: 'govuk-input--width-10',
        spellcheck: false,
      },
      { field: 'phone', label: 'UK mobile number', hint: 'The number you gave us.', ...mobile },
    ],
    send: 'Text me a code',
    links: [{ href: paths.byPhrase, text: 'Use a recovery phrase instead' }],
  })

export type CodePage = FewFields & { readonly again: string }
export const codePage = (given: CodePage): string =>
  fewFields(given, {
    title: 'Enter the code from your text',
    words: ['If we know this number, we will text it a 6-digit code. It works for 10 minutes.'],
    inputs: [
      {
        field: 'code',
        label: 'Code',
        autocomplete: 'one-time-code',
        inputmode: 'numeric',
        classes: 'govuk-input--width-5 govuk-input--extra-letter-spacing',
      },
    ],
    send: 'Continue',
    links: [{ href: given.again, text: 'I did not get a code' }],
  })

const mobile = { type: 'tel', autocomplete: 'tel', classes: 'govuk-input--width-20' } as const

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
    { title: asks.title, failed: problems.length > 0 },
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
}

export const bookingPage = (given: BookingPage): string =>
  citizenPage('booking', given.around, { title: given.title }, given)

export type WaitingPage = {
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
