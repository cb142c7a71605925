// Files go straight to the bucket, from a form of their own above the page's form; beside it stands the list of what is there.
import type { FilesQuestion } from '#domain/forms/question.ts'
import { type Asked, error, hint, label, type Shown } from './asked.ts'

export const files = (asked: Asked<FilesQuestion>): Shown => ({
  view: 'fields/files.njk',
  options: { id: asked.id, label: label(asked), ...hint(asked), ...error(asked), upload: asked.extra.upload },
})
