// What the table's stream brings: the texts that were just put, each with its place in the stream.
import * as v from 'valibot'
import { textIdIn } from '../table.ts'

export type StreamedText = { readonly sequence: string; readonly id: string }

const record = v.object({
  eventName: v.optional(v.string()),
  dynamodb: v.object({
    SequenceNumber: v.string(),
    Keys: v.object({ pk: v.object({ S: v.string() }) }),
  }),
})
const streamEvent = v.object({ Records: v.array(record) })

// Undefined for an event that is not the stream's.
export const textsPutIn = (event: unknown): readonly StreamedText[] | undefined => {
  const parsed = v.safeParse(streamEvent, event)
  if (!parsed.success) return undefined
  return parsed.output.Records.flatMap(({ eventName, dynamodb }) => {
    const id = textIdIn(dynamodb.Keys.pk.S)
    return id === undefined || eventName !== 'INSERT' ? [] : [{ sequence: dynamodb.SequenceNumber, id }]
  })
}
