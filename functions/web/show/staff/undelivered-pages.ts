// "Texts not delivered": the list for staff, and one of them with what can be done about it.
import type { ListedCase } from '#domain/cases/case.ts'
import { mayCall, otherWayInWords } from '#domain/cases/contact.ts'
import { inGroups } from '#domain/forms/fields/phone.ts'
import type { Problem } from '#domain/forms/kind.ts'
import { channelOf, type WayTo } from '#domain/texts/channel.ts'
import { forStaff, type Text } from '#domain/texts/text.ts'
import { type NotAgain, undeliveredSince } from '#domain/texts/undelivered.ts'
import type { Variables } from '#web/template-runtime.ts'
import { onOneLine } from '../controls/entered.ts'
import { moment } from '../when.ts'
import { type StaffAround, staffPage } from './around.ts'
import { stateOf } from './case/messages-page.ts'
import { type TextCost, textCost } from './text-cost.ts'

export const undeliveredAt = '/texts'

export const textAddress = (reference: string, id: string): string =>
  `/cases/${encodeURIComponent(reference)}/texts/${encodeURIComponent(id)}`

type UndeliveredPage = {
  readonly around: StaffAround
  readonly undelivered: readonly { readonly text: Text; readonly subject: ListedCase; readonly mayChase: boolean }[]
  readonly serviceName: (text: Text) => string
  // How many of them the text service did not take: they can all be sent again at once.
  readonly notTaken: number
  readonly done?: string
  readonly next?: string
  readonly paged: boolean
}

export const undeliveredPage = (given: UndeliveredPage): string => {
  const title = 'Texts not delivered'
  return staffPage(
    'undelivered',
    given.around,
    { title },
    {
      title,
      done: given.done,
      rows: given.undelivered.map((one) => rowOf(one, given)),
      all: given.notTaken === 0 ? undefined : { count: given.notTaken, action: `${undeliveredAt}/send-again` },
      next: given.next === undefined ? undefined : `${undeliveredAt}?${new URLSearchParams({ cursor: given.next })}`,
      first: given.paged ? undeliveredAt : undefined,
    },
  )
}

const rowOf = (
  { text, subject, mayChase }: UndeliveredPage['undelivered'][number],
  { serviceName }: UndeliveredPage,
): Variables => ({
  title: onOneLine(subject.title),
  href: `/cases/${encodeURIComponent(subject.reference)}`,
  reference: subject.reference,
  service: serviceName(text),
  restricted: subject.sensitive === true,
  body: text.body === '' ? 'It has no words' : forStaff(text),
  state: stateOf(text),
  reason: text.reason ?? 'No reason was given',
  phone: masked(text),
  tries: text.attempts.length,
  since: moment(undeliveredSince(text)),
  chase: mayChase ? textAddress(subject.reference, text.id) : undefined,
})

// The whole number stands on the case, for who phones.
const masked = (text: Text): string =>
  channelOf(text) === 'text' ? `ends in ${text.to.slice(-3)}` : `begins with ${text.to.slice(0, 1)}`

export type TextPage = {
  readonly around: StaffAround
  readonly subject: ListedCase
  readonly text: Text
  // What it would cost to send it again, or why it cannot be.
  readonly again: TextCost | NotAgain
  // The number or address can be corrected here.
  readonly mayContact: boolean
  // The next channel that is safe for them, and what would go by it.
  readonly instead?: { readonly way: WayTo; readonly pence: number; readonly subject: string; readonly body: string }
  readonly typed: string
  readonly problems: readonly Problem[]
}

export const textPage = (given: TextPage): string => {
  const { around, subject, text, again, typed, problems } = given
  const title = 'A text that was not delivered'
  const at = textAddress(subject.reference, text.id)
  return staffPage(
    'text',
    around,
    { title: `${title}, ${subject.reference}`, failed: problems.length > 0 },
    {
      title,
      caption: `${onOneLine(subject.title)}, ${subject.reference}`,
      problems: problems.map(({ words }) => ({ text: words, href: '#said' })),
      state: stateOf(text),
      rows: rowsOf(subject, text),
      held: text.state === 'held',
      mayCall: mayCall(subject.applicant),
      ...(typeof again === 'string' ? { notAgain: whyNotAgain[again] } : { cost: textCost(again) }),
      instead: insteadShown(given),
      actions: { instead: `${at}/instead`, again: `${at}/again`, release: `${at}/release`, phoned: `${at}/phoned` },
      said: {
        ...{ id: 'said', name: 'said', rows: 4, value: typed },
        label: { text: 'What was said (optional)', classes: 'govuk-label--s' },
        hint: { text: 'This becomes a note on the case. The applicant may ask to see notes.' },
        errorMessage: problems[0] && { text: problems[0].words },
      },
      correct: correctAt(given),
      cancel: `/cases/${encodeURIComponent(subject.reference)}/messages`,
    },
  )
}

const correctAt = ({ mayContact, subject, text }: TextPage): string | undefined =>
  mayContact
    ? `/cases/${encodeURIComponent(subject.reference)}/contact?${new URLSearchParams({ text: text.id })}`
    : undefined

const insteadShown = ({ instead }: TextPage): Variables | undefined => {
  if (instead === undefined) return undefined
  const channel = channelOf(instead.way)
  const cost = instead.pence === 0 ? 'It costs nothing.' : `It costs about ${instead.pence}p.`
  return {
    title: { text: 'Send a text instead', email: 'Send an email instead', letter: 'Send a letter instead' }[channel],
    lines: instead.body.split('\n'),
    cost,
  }
}

const rowsOf = ({ applicant }: ListedCase, text: Text): readonly Variables[] => [
  { question: text.subject ?? 'Text', lines: [forStaff(text)], empty: 'It has no words' },
  { question: 'Why', lines: [text.reason ?? 'No reason was given'] },
  { question: 'Sent to', lines: [`${channelOf(text) === 'text' ? 'A number' : 'An address'} that ${masked(text)}`] },
  {
    question: 'Tries',
    lines: text.attempts.map(({ at, words }) => `${moment(at)}: ${words}`),
    empty: 'None',
  },
  ...(mayCall(applicant) && applicant.phone !== undefined
    ? [{ question: 'Telephone', lines: [inGroups(applicant.phone)] }]
    : []),
  { question: 'Another way', lines: [otherWayInWords(applicant, channelOf(text))] },
]

const whyNotAgain: Readonly<Record<NotAgain, string>> = {
  settled: 'It has been dealt with.',
  'no-number': 'It cannot be sent again: there is no number or address that is safe to use.',
  'no-words': 'It cannot be sent again: its words could not be made.',
  'too-late': 'It cannot be sent again: the time that it was about has passed.',
}
