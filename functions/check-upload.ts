// Notes the files that people send, and keeps or refuses each when the malware scan has spoken.

import { withSecrets } from '#adapters/aws/secrets.ts'
import { told } from '#adapters/told.ts'
import { checkUploadHandler } from './events/check-upload.ts'
import { checkUploadFrom } from './wiring/uploads.ts'

export const handler = told(
  'check-upload',
  process.env,
  withSecrets(process.env, (env) => checkUploadHandler(checkUploadFrom(env))),
)
