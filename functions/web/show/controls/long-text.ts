// Several lines, with a count of what may still be typed.
import type { LongTextQuestion } from '#domain/forms/question.ts'
import { type Asked, error, hint, label, type Shown } from './asked.ts'

export const longText = (asked: Asked<LongTextQuestion>): Shown => ({
  view: 'fields/long-text.njk',
  options: {
    id: asked.id,
    name: asked.id,
    value: asked.entered.lines(asked.id),
    maxlength: asked.question.most,
    // Without JavaScript; with it the count of what is left takes its place.
    textareaDescriptionText: 'Up to %{count} characters',
    rows: asked.question.rows ?? (asked.question.most > 500 ? 5 : 3),
    label: label(asked),
    ...hint(asked),
    ...error(asked),
  },
})
