// What was said to the applicant: each text with its state, newest first.
import { forStaff, type Text, type TextState } from '#domain/texts/text.ts'
import { isUndelivered } from '#domain/texts/undelivered.ts'
import type { Variables } from '#web/template-runtime.ts'
import type { Tag } from '../../tags.ts'
import { moment } from '../../when.ts'
import { addressOf, type CaseFrame, framed } from './frame.ts'

export const messagesPage = (given: CaseFrame): string => {
  const at = given.mayNote ? addressOf(given.whole.subject) : undefined
  return framed('messages', given, { texts: given.whole.texts.map((text) => textRow(text, at)).toReversed() })
}

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

// `at`: the case's address, for who may do something about a text that did not arrive.
const textRow = (text: Text, at: string | undefined): Variables => ({
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
