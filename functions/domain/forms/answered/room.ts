// How much an application may hold. DynamoDB keeps items of at most 400 KB (Service quotas, "Item size"), and answers are kept in one item
// twice: as they were typed, and once sent as they were shown, each with its question.
import type { Draft } from './draft.ts'
import type { Journey } from './journey.ts'
import { mostLetters } from './pages.ts'
import { formRecordOf } from './record.ts'

// Of either. Sealed they may take a third more (adapters/seals.ts); what stands beside them in their items has the rest.
const mostBytes = 290 * 1024

// Characters below which neither can come near it, however they are written and whatever was asked: most applications by far.
const surely = 15_000

export const tooMuch = (draft: Draft, walk: () => Journey): boolean =>
  lettersIn(draft) > surely && (bytesOf(draft) > mostBytes || bytesOf(formRecordOf(walk())) > mostBytes)

const lettersIn = ({ pages, reopens }: Draft): number => mostLetters(pages) + mostLetters(reopens?.before.pages ?? {})

const bytesOf = (kept: object): number => new TextEncoder().encode(JSON.stringify(kept)).length
