// Coming back by a code: asking for one by text or by email, entering it, and what else there is when no more codes go.
import { council } from '#services/council.ts'
import { paths } from '../../site.ts'
import { type Around, wordsPage } from '../around.ts'
import { type FewFields, fewFields, mobile } from './return-pages.ts'

const byPhrase = { href: paths.byPhrase, text: 'Use a recovery phrase instead' }
export const byEmail = { href: paths.byEmail, text: 'Get a code by email instead' }
export const byText = { href: paths.comeBack, text: 'Get a code by text instead' }
export const byUs = { href: '/contact', text: 'Call us or come to an office instead' }

export const comeBackPage = (given: FewFields): string =>
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
    links: [byEmail, byPhrase, byUs],
  })

export const byEmailPage = (given: FewFields): string =>
  fewFields(given, {
    title: 'Return with a code by email',
    words: [
      'We will email you a 6-digit code. You can use this if you gave us an email address that is safe to write to.',
    ],
    inputs: [
      { field: 'reference', label: 'Reference', classes: 'govuk-input--width-10', spellcheck: false },
      { field: 'email', label: 'Email address', hint: 'The address you gave us.', ...emailAddress },
    ],
    send: 'Email me a code',
    links: [byText, byPhrase, byUs],
  })

export const emailAddress = { type: 'email', autocomplete: 'email', spellcheck: false } as const

type By = 'text' | 'email'

// `to`: masked, as whoever asked knows it again.
// `helps`: whoever it is for helps somebody.
export type CodePage = FewFields & { readonly by: By; readonly to?: string; readonly helps?: true }

export const codePage = ({ by, to, helps, ...given }: CodePage): string =>
  fewFields(given, {
    title: `Enter the code from your ${by}`,
    words: [helps === true ? sentToHelper(by, to) : sentTo(by, to), 'The code works for 10 minutes.'],
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
    links:
      helps === true
        ? [{ href: paths.helping, text: 'I did not get a code' }, byUs]
        : [
            { href: by === 'text' ? paths.comeBack : paths.byEmail, text: 'I did not get a code' },
            by === 'text' ? byEmail : byText,
            byPhrase,
            byUs,
          ],
  })

const sentTo = (by: By, to: string | undefined): string =>
  by === 'text'
    ? `If we know ${to === undefined ? 'this number' : `the ${to}`}, we will text it a 6-digit code.`
    : `If ${to ?? 'this address'} belongs to this reference and is safe to write to, we will email it a 6-digit code.`

const sentToHelper = (by: By, to = ''): string =>
  `If somebody gave us ${by === 'text' ? `the ${to}` : to} for you with this reference, we will send it a 6-digit code.`

// Nobody is left to wait: there are other ways in.
export const noMoreCodesPage = (around: Around, by: By): string => {
  const title = by === 'text' ? 'We cannot text you another code yet' : 'We cannot email you another code yet'
  return wordsPage(around, {
    title,
    words: ['We limit how many codes we send, to keep your answers safe. Your answers are kept.'],
    sections: [
      { title: 'What you can do now', points: pointsFor(by) },
      { title: 'Or wait', words: ['You can ask for another code in an hour.'] },
    ],
    links: [
      { href: '/return/code', text: 'Enter a code' },
      by === 'text' ? byEmail : byText,
      byPhrase,
      { href: '/contact', text: 'Other ways to contact us' },
    ],
  })
}

const pointsFor = (by: By): readonly string[] => [
  `use the newest code that we sent you by ${by}: it works for 10 minutes`,
  `open the link in the ${by} that we sent when you saved or sent your answers, if you got one, and ask for a code there`,
  by === 'text'
    ? 'get a code by email, if you gave us an email address that is safe'
    : 'get a code by text, if you gave us a mobile number that is safe',
  'use your recovery phrase, if you have one',
  `call us on ${council.phones.switchboard}, and say your reference`,
  'come to any council office, and we will help you',
]
