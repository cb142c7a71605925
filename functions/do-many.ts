// Goes on with what a manager does on many cases at once.

import { withSecrets } from '#adapters/aws/secrets.ts'
import { told } from '#adapters/told.ts'
import { doManyHandler } from './events/do-many.ts'
import { manyFrom } from './wiring/do-many.ts'

export const handler = told(
  'do-many',
  process.env,
  withSecrets(process.env, (env) => doManyHandler(manyFrom(env))),
)
