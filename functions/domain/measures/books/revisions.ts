// A sealed month is counted again: one manager asks with a reason, another says yes, and the night
// writes the next edition (docs/rules/measures.md, "Months").
import { choice, longText } from '#domain/forms/ask.ts'
import { one } from '#domain/forms/kind.ts'
import type { Month } from '../months.ts'
import { type Book, type BookEntry, entryVersionsOf } from './book.ts'

// Versions take turns: asked, agreed, asked…
export const revisionBook = (stage: 'ask' | 'agree'): Book => ({
  id: 'revisions',
  questions:
    stage === 'ask'
      ? {
          reason: longText('Why must it be counted again?', {
            most: 500,
            missing: 'Enter why it must be counted again',
            hint: 'The public sees this. Do not name anybody.',
          }),
        }
      : { agrees: choice('Select yes if you agree', { yes: 'Yes, count it again' }, { label: 'Do you agree?' }) },
  checks: (_, { id, entries, byId }) => {
    const [asked] = entryVersionsOf(entries, id)
    return stage === 'agree' && asked?.byId === byId
      ? [{ field: 'agrees', words: 'Somebody else must agree: you asked for it' }]
      : []
  },
})

export const revisionId = (service: string, month: Month): string => `${service}.${month}`

export type Revision = { readonly asked?: BookEntry; readonly agreed: readonly Agreed[] }
type Agreed = { readonly service: string; readonly month: Month; readonly reason: string }

// Whether one waits for somebody to agree, and those that were agreed, oldest first.
export const revisionOf = (entries: readonly BookEntry[], service: string, month: Month): Revision => {
  const versions = entryVersionsOf(entries, revisionId(service, month)).toReversed()
  const agreed = versions.flatMap((entry, at) => {
    const asked = versions[at - 1]
    if (entry.version % 2 === 1 || asked === undefined) return []
    return [{ service, month, reason: one(asked.typed, 'reason') }]
  })
  const last = versions.at(-1)
  return last !== undefined && last.version % 2 === 1 ? { asked: last, agreed } : { agreed }
}
