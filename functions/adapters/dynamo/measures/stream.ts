// What the table's stream tells whoever counts: of a draft that was begun, saved or sent, nothing of
// what it says.
import * as v from 'valibot'
import type { Feedback } from '#domain/measures/feedback/feedback.ts'
import type { RatedFeedback } from '#domain/measures/feedback/rated-fact.ts'
import type { Text } from '#domain/texts/text.ts'
import type { CountedChange, Streamed } from '#usecases/ports/measures.ts'
import { dataOf, type Item } from '../client.ts'
import { begunFrom } from '../drafts/draft-items.ts'
import { caseOfHistory, draftIdIn, isFeedback, type Key, textIdIn } from '../table.ts'

const text = v.object({ S: v.string() })
const record = v.object({
  dynamodb: v.object({
    SequenceNumber: v.string(),
    Keys: v.object({ pk: text, sk: text }),
    NewImage: v.optional(
      v.record(
        v.string(),
        v.custom<Item[string]>((value) => typeof value === 'object'),
      ),
    ),
  }),
})
const streamEvent = v.object({ Records: v.array(record) })

// Undefined for an event that is not the stream's.
export const countedIn = (event: unknown): readonly Streamed[] | undefined => {
  const parsed = v.safeParse(streamEvent, event)
  if (!parsed.success) return undefined
  return parsed.output.Records.flatMap(({ dynamodb: { SequenceNumber: sequence, Keys, NewImage: image } }) => {
    const change = changeOf({ pk: Keys.pk.S, sk: Keys.sk.S }, image)
    return change === undefined ? [] : [{ sequence, ...change }]
  })
}

const changeOf = (key: Key, image: Item | undefined): CountedChange | undefined => {
  const reference = caseOfHistory(key)
  if (reference !== undefined) return { is: 'case', reference }
  if (image === undefined) return undefined
  if (draftIdIn(key) !== undefined) return { is: 'draft', draft: begunFrom(image) }
  if (isFeedback(key)) return { is: 'feedback', feedback: ratedFrom(image) }
  return textIdIn(key.pk) === undefined ? undefined : { is: 'text', text: textFrom(image) }
}

const ratedFrom = (image: Item): RatedFeedback => {
  const { id, at, service, rating, aside, version } = dataOf<Feedback>(image)
  return {
    ...{ id, at, version },
    ...(service === undefined ? {} : { service }),
    ...(rating === undefined ? {} : { rating }),
    ...(aside === undefined ? {} : { aside }),
  }
}

// Neither its words nor the number go on from here.
const textFrom = (image: Item) => {
  const { id, service, category, state, version, madeAt, dueAt, unwanted, reason } = dataOf<Text>(image)
  return {
    ...{ id, service, category, state, version, madeAt, dueAt },
    ...(unwanted === undefined ? {} : { unwanted }),
    ...(reason === undefined ? {} : { reason }),
  }
}
