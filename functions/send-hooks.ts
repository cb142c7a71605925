// Tells programs of others what happens on cases.

import { withSecrets } from '#adapters/aws/secrets.ts'
import { told } from '#adapters/told.ts'
import { sendHooksHandler } from './events/send-hooks.ts'
import { hooksFrom } from './wiring/send-hooks.ts'

export const handler = told(
  'send-hooks',
  process.env,
  withSecrets(process.env, (env) => sendHooksHandler(hooksFrom(env))),
)
