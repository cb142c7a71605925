// What the table's stream tells whoever counts: of a draft that was begun, saved or sent, nothing of
// what it says.
import * as v from 'valibot'
import type { Streamed } from '#usecases/ports/measures.ts'
import type { Item } from '../client.ts'
import { begunFrom } from '../drafts/draft-items.ts'
import { draftIdIn } from '../table.ts'

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
    const id = draftIdIn({ pk: Keys.pk.S, sk: Keys.sk.S })
    return id === undefined || image === undefined ? [] : [{ sequence, is: 'draft', draft: begunFrom(image) }]
  })
}
