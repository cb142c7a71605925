// Who asked staff, and how: the same questions wherever staff do something for a caller.

import { askedIn, type WhoAsked } from '#domain/cases/asked-by.ts'
import { askedWays } from '#domain/cases/contact.ts'
import { capital } from '#domain/first-letter.ts'
import { choice, text } from '#domain/forms/ask.ts'
import type { Typed } from '#domain/forms/kind.ts'
import type { Question } from '#domain/forms/question.ts'
import { safeName } from '#domain/texts/template.ts'

export const askedQuestions: Readonly<Record<string, Question>> = {
  askedBy: choice(
    'Select who asked',
    {
      them: 'The person themselves',
      other: {
        label: 'Somebody else',
        reveals: { askedName: text('Their name', { most: 60, missing: 'Enter their name', for: 'officer' }) },
      },
    },
    { label: 'Who asked?', for: 'officer' },
  ),
  askedWay: choice(
    'Select how they asked',
    Object.fromEntries(Object.entries(askedWays).map(([id, words]) => [id, capital(words)])),
    { label: 'How did they ask?', inline: true, for: 'officer' },
  ),
}

export const askedText = (typed: Typed): Readonly<Record<string, string>> => askedValues(askedIn(typed))

// "Sam asked us by phone". A name that could be read as an address is left out of a text.
export const askedValues = ({ other, way }: WhoAsked): Readonly<Record<'asker' | 'way', string>> => ({
  asker: other === undefined ? 'you' : safeName(other.split(' ')[0] ?? '') || 'somebody',
  way: askedWays[way],
})
