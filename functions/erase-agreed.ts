// Erases each night what managers agreed to erase.

import { withSecrets } from '#adapters/aws/secrets.ts'
import { told } from '#adapters/told.ts'
import { eraseAgreedHandler } from './events/erase-agreed.ts'
import { erasingFrom } from './wiring/erase-agreed.ts'

export const handler = told(
  'erase-agreed',
  process.env,
  withSecrets(process.env, (env) => eraseAgreedHandler(erasingFrom(env))),
)
