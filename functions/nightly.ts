// Looks each night at what the date alone has changed.

import { withSecrets } from '#adapters/aws/secrets.ts'
import { told } from '#adapters/told.ts'
import { nightlyHandler } from './events/nightly.ts'
import { nightFrom } from './wiring/nightly.ts'

export const handler = told(
  'nightly',
  process.env,
  withSecrets(process.env, (env) => nightlyHandler(nightFrom(env))),
)
