// Offers time that has come free to whoever waits for it.

import { withSecrets } from '#adapters/aws/secrets.ts'
import { told } from '#adapters/told.ts'
import { offerTimesHandler } from './events/offer-times.ts'
import { offersFrom } from './wiring/offer-times.ts'

export const handler = told(
  'offer-times',
  process.env,
  withSecrets(process.env, (env) => offerTimesHandler(offersFrom(env))),
)
