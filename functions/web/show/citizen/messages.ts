// What was said with the council, as its applicant sees it: each by its channel, and whether it arrived.

import { channelOf } from '#domain/texts/channel.ts'
import { forStaff, type Text } from '#domain/texts/text.ts'
import type { ThreadLine } from '#domain/texts/thread.ts'
import { moment } from '../when.ts'

export type MessageShown = {
  readonly when: string
  readonly by: string
  readonly lines: readonly string[]
  readonly stands?: string
}

export const messageShown = ({ at, by, ours, words, text }: ThreadLine): MessageShown => {
  const when = moment(at)
  if (text !== undefined) return { when, by: sentAs[channelOf(text)], lines: [forStaff(text)], ...standing(text) }
  const lines = words.split('\n')
  if (by === 'call') return { when, by: ours ? 'We called you' : 'You called us', lines }
  return { when, by: ours ? 'The council' : 'You', lines }
}

const sentAs = { text: 'Text to you', email: 'Email to you', letter: 'Letter to you' } as const

const standing = (text: Text): { readonly stands?: string } => {
  switch (text.state) {
    case 'failed':
      return { stands: 'It did not reach you' }
    case 'uncertain':
      return { stands: 'We do not know if it reached you' }
    default:
      return {}
  }
}
