// What was said with the applicant: messages both ways, and each text with its state, newest first.
import { type Message, messagesIn } from '#domain/cases/message.ts'
import { channelOf } from '#domain/texts/channel.ts'
import { forStaff, type Text, type TextState } from '#domain/texts/text.ts'
import { isUndelivered } from '#domain/texts/undelivered.ts'
import type { Variables } from '#web/template-runtime.ts'
import { onOneLine } from '../../controls/entered.ts'
import type { Tag } from '../../tags.ts'
import { moment } from '../../when.ts'
import { addressOf, type CaseFrame, framed, hidden } from './frame.ts'

export const messagesPage = (given: CaseFrame): string => {
  const { whole, mayNote, maySeeSensitive } = given
  const at = mayNote ? addressOf(whole.subject) : undefined
  return framed('messages', given, {
    texts: whole.texts.map((text) => textRow(text, at)).toReversed(),
    messages: messagesIn(whole.events)
      .map((message) => messageRow(message, maySeeSensitive))
      .toReversed(),
    replyField: mayNote ? replyField(given) : undefined,
  })
}

const messageRow = ({ at, by, ours, words }: Message, maySee: boolean): Variables => ({
  when: moment(at),
  by: ours ? onOneLine(by) : 'The applicant',
  lines: maySee ? words.split('\n') : [hidden],
})

const replyField = ({ whole: { subject }, reply }: CaseFrame): Variables => ({
  action: `${addressOf(subject)}/messages`,
  options: {
    id: 'message',
    name: 'message',
    rows: 4,
    value: reply?.typed ?? '',
    label: { text: 'Write to the applicant', classes: 'govuk-label--s' },
    hint: {
      text: subject.applicant.mayText
        ? 'They see it on the page of their application. A text says that there is a message, and nothing of it.'
        : 'They see it on the page of their application. No text is sent: tell them in a way that is safe.',
    },
    errorMessage: reply?.problems[0] && { text: reply.problems[0].words },
  },
})

export const textStates: Readonly<Record<TextState, Tag>> = {
  due: { text: 'Not sent yet', colour: 'blue' },
  sending: { text: 'Being sent', colour: 'blue' },
  sent: { text: 'Sent', colour: 'light-blue' },
  delivered: { text: 'Delivered', colour: 'green' },
  failed: { text: 'Not delivered', colour: 'red' },
  uncertain: { text: 'Not known if sent', colour: 'orange' },
  held: { text: 'Held back', colour: 'yellow' },
  cancelled: { text: 'Cancelled', colour: 'grey' },
}

const sentBy = { text: undefined, email: 'Email', letter: 'Letter' } as const

// `at`: the case's address, for who may do something about a text that did not arrive.
const textRow = (text: Text, at: string | undefined): Variables => ({
  by: sentBy[channelOf(text)],
  subject: text.subject,
  body: forStaff(text),
  state: textStates[text.state],
  reason: text.reason,
  when: moment(text.dueAt),
  attempts: [
    ...text.attempts.map((attempt) => `${moment(attempt.at)}: ${attempt.words}`),
    ...(text.again === undefined ? [] : ['It was sent again: see the newer text']),
    ...(text.phoned === undefined ? [] : [`${moment(text.phoned.at)}: the applicant was phoned instead`]),
  ],
  chase: at !== undefined && isUndelivered(text) ? `${at}/texts/${encodeURIComponent(text.id)}` : undefined,
})
