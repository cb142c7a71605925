// Files go straight to the bucket, by the one form of a page on which one is chosen. Once there is one, the page
// has the list of them, and its own form.
import { assets } from '#built/assets.mjs'
import type { FilesQuestion } from '#domain/forms/question.ts'
import { acceptedEndings, mostFileBytes } from '#domain/uploads/upload.ts'
import { type Asked, error, hint, label, type Shown } from './asked.ts'

export const files = (asked: Asked<FilesQuestion>): Shown => {
  const { upload } = asked.extra
  return {
    view: 'fields/files.njk',
    options: {
      id: asked.id,
      label: label(asked),
      ...hint(asked, 'PDF, JPG, PNG or HEIC. The file must be smaller than 30MB.'),
      ...error(asked),
      upload,
      missing: asked.question.missing,
      optional: asked.question.optional === true,
      accept: acceptedEndings,
      mostBytes: mostFileBytes,
      checking: upload?.files.some(({ state }) => state === 'checking') === true,
    },
  }
}

export const uploadScript = assets['upload.js']
