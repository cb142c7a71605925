// Messages with the applicant on a case's page, what of them and of documents is new, and the field to answer in.
import { type Message, messagesIn } from '#domain/cases/message.ts'
import { type News, newsInWords } from '#domain/cases/news.ts'
import { inWords } from '#domain/day.ts'
import type { Variables } from '#web/template-runtime.ts'
import { onOneLine } from '../controls/entered.ts'
import type { Tag } from '../tags.ts'
import { moment } from '../when.ts'
import type { CaseSide } from './case-side.ts'

export const messagesOn = (given: CaseSide, at: string): Variables => {
  const { whole, maySeeSensitive, mayNote, reply } = given
  const messages = messagesIn(whole.events)
  return {
    news:
      whole.subject.news === undefined ? undefined : newsShown(whole.subject.news, mayNote ? `${at}/seen` : undefined),
    messages: messages.map((message) => messageRow(message, maySeeSensitive)),
    replyField: mayNote ? replyField(at, reply, whole.subject.applicant.mayText) : undefined,
  }
}

// "Message, documents: look by 7 December 2026"
export const newsTag = ({ of, by }: News): Tag => ({
  text: `${of.map((one) => newsInWords[one]).join(', ')}: look by ${inWords(by)}`,
  colour: 'orange',
})

const newsShown = (news: News, seen: string | undefined): Variables => ({ tag: newsTag(news), seen })

const messageRow = ({ at, by, ours, words }: Message, maySee: boolean): Variables => ({
  when: moment(at),
  by: ours ? onOneLine(by) : 'The applicant',
  lines: maySee ? words.split('\n') : ['Hidden: you do not work on this case'],
})

const replyField = (at: string, reply: CaseSide['reply'], mayText: boolean): Variables => ({
  action: `${at}/messages`,
  options: {
    id: 'message',
    name: 'message',
    rows: 4,
    value: reply?.typed ?? '',
    label: { text: 'Write to the applicant', classes: 'govuk-label--s' },
    hint: {
      text: mayText
        ? 'They see it on the page of their application. A text says that there is a message, and nothing of it.'
        : 'They see it on the page of their application. No text is sent: tell them in a way that is safe.',
    },
    errorMessage: reply?.problems[0] && { text: reply.problems[0].words },
  },
})
