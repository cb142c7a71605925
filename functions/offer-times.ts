// Offers time that has come free to whoever waits for it.
import { withSecrets } from '#adapters/secrets.ts'
import { offerTimesHandler } from './events/offer-times.ts'
import { offersFrom } from './wiring-offers.ts'

export const handler = withSecrets(process.env, (env) => offerTimesHandler(offersFrom(env)))
