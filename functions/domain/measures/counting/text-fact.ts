// A text as a fact: what became of it, without its words or whom it went to.
import { londonDay } from '#domain/london.ts'
import { failureOf } from '#domain/texts/receipts.ts'
import type { Text } from '#domain/texts/text.ts'
import type { TextFact } from './facts.ts'

export type SentText = Pick<
  Text,
  'id' | 'service' | 'category' | 'state' | 'version' | 'madeAt' | 'dueAt' | 'unwanted' | 'reason'
>

export const textFact = (text: SentText): TextFact => ({
  ...{ is: 'text', service: text.service, day: londonDay(text.madeAt), id: text.id, v: text.version },
  category: text.category,
  state: text.state,
  unwanted: text.unwanted === true,
  sentAt: text.dueAt,
  ...(text.state === 'failed' ? { why: failureOf(text.reason ?? '') } : {}),
})
