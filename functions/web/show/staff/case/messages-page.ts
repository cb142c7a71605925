// What was said with the applicant, by every channel, newest first: who said it, by which channel and where it stands.
import { mayCall, safeEmail } from '#domain/cases/contact.ts'
import { channelOf } from '#domain/texts/channel.ts'
import { forStaff, type Text, type TextState } from '#domain/texts/text.ts'
import { pageOf, type ThreadLine, threadOf } from '#domain/texts/thread.ts'
import { isUndelivered } from '#domain/texts/undelivered.ts'
import type { Variables } from '#web/template-runtime.ts'
import { onOneLine } from '../../controls/entered.ts'
import type { Tag } from '../../tags.ts'
import { moment } from '../../when.ts'
import { type CaseFrame, caseAddressOf, framed, hidden, partAt } from './frame.ts'

const size = 12

// `page`: from 1.
export const messagesPage = (given: CaseFrame & { readonly page?: number }): string => {
  const { whole, mayNote } = given
  const { rows, page, pages } = pageOf(threadOf({ ...whole, events: whole.lately }), given.page ?? 1, size)
  const at = partAt(whole.subject, 'messages')
  return framed('messages', given, {
    said: rows.map((said) => saidRow(said, given)),
    newer: page > 1 ? `${at}?page=${page - 1}` : undefined,
    older: page < pages ? `${at}?page=${page + 1}` : undefined,
    replyField: mayNote ? replyField(given) : undefined,
    call: mayNote ? `${caseAddressOf(whole.subject)}/call` : undefined,
    notSafe:
      mayNote && !mayCall(whole.subject.applicant) ? 'They did not say that it is safe to call them.' : undefined,
  })
}

const channels: Readonly<Record<ThreadLine['by'], string>> = {
  page: 'Message',
  text: 'Text',
  email: 'Email',
  letter: 'Letter',
  call: 'Call',
}

const saidRow = (said: ThreadLine, given: CaseFrame): Variables => {
  const { at, by, words, text } = said
  const maySee = given.maySeeSensitive || by !== 'page'
  return {
    channel: channels[by],
    who: whoIn(said),
    when: moment(at),
    lines: text !== undefined ? [forStaff(text)] : maySee ? words.split('\n') : [hidden],
    ...(text === undefined ? {} : textRow(text, given)),
  }
}

const whoIn = ({ by, ours, who = '', call }: ThreadLine): string => {
  if (call !== undefined) {
    const other = call.with === 'applicant' ? 'the applicant' : 'somebody else'
    return ours ? `${onOneLine(who)} called ${other}` : `${onOneLine(who)} was called by ${other}`
  }
  if (by !== 'page') return 'To the applicant'
  return ours ? onOneLine(who) : 'The applicant'
}

const replyField = ({ whole: { subject }, reply }: CaseFrame): Variables => ({
  action: `${caseAddressOf(subject)}/messages`,
  options: {
    id: 'message',
    name: 'message',
    rows: 4,
    value: reply?.typed ?? '',
    label: { text: 'Write to the applicant', classes: 'govuk-label--s' },
    hint: {
      text: `They see it on the page of their application. ${toldBy(subject)}`,
    },
    errorMessage: reply?.problems[0] && { text: reply.problems[0].words },
  },
})

const toldBy = ({ applicant }: CaseFrame['whole']['subject']): string => {
  if (applicant.mayText) return 'A text says that there is a message, and nothing of it.'
  if (safeEmail(applicant) !== undefined) return 'An email says that there is a message, and nothing of it.'
  return applicant.ways?.includes('letter') === true
    ? 'A letter says that there is a message, where we know their address. No text is sent.'
    : 'No text is sent: tell them in a way that is safe.'
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

// A letter that was posted has arrived for all that anybody knows, until it comes back.
export const stateOf = (text: Text): Tag =>
  channelOf(text) === 'letter' && text.state === 'delivered'
    ? { text: 'Posted', colour: 'green' }
    : textStates[text.state]

const textRow = (text: Text, { whole, mayNote, mayContact = false }: CaseFrame): Variables => {
  const chased = mayNote && isUndelivered(text)
  const at = caseAddressOf(whole.subject)
  return {
    subject: text.subject,
    state: stateOf(text),
    reason: text.reason,
    attempts: [
      ...text.attempts.map((attempt) => `${moment(attempt.at)}: ${attempt.words}`),
      ...(text.again === undefined ? [] : ['It was sent again: see the newer one']),
      ...(text.phoned === undefined ? [] : [`${moment(text.phoned.at)}: the applicant was phoned instead`]),
    ],
    cameBack: mayNote && mayComeBack(text) ? `${at}/texts/${encodeURIComponent(text.id)}/came-back` : undefined,
    chase: chased ? `${at}/texts/${encodeURIComponent(text.id)}` : undefined,
    correct: chased && mayContact ? `${at}/contact?text=${encodeURIComponent(text.id)}` : undefined,
  }
}

// Posted, for all that anybody knows.
const mayComeBack = (text: Text): boolean =>
  channelOf(text) === 'letter' && (text.state === 'sent' || text.state === 'delivered')
