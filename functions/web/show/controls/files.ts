// Files go straight to the bucket, from a form of their own above the page's form; beside it stands the list of what is there.
import { assets } from '#built/assets.mjs'
import type { FilesQuestion } from '#domain/forms/question.ts'
import { acceptedEndings, mostBytes } from '#domain/uploads/upload.ts'
import { type Asked, error, hint, label, type Shown } from './asked.ts'

export const files = (asked: Asked<FilesQuestion>): Shown => {
  const { upload } = asked.extra
  return {
    view: 'fields/files.njk',
    options: {
      id: asked.id,
      label: label(asked),
      ...hint(asked, 'PDF, JPG, PNG or HEIC, up to 30MB. Choose a file, then select ‘Upload file’.'),
      ...error(asked),
      upload,
      accept: acceptedEndings,
      mostBytes,
      checking: upload?.files.some(({ state }) => state === 'checking') === true,
    },
  }
}

export const uploadScript = assets['upload.js']
