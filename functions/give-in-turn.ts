// Gives cases that wait with nobody, or with somebody who is away, to those at work.

import { withSecrets } from '#adapters/aws/secrets.ts'
import { told } from '#adapters/told.ts'
import { giveInTurnHandler } from './events/give-in-turn.ts'
import { turnsFrom } from './wiring/give-in-turn.ts'

export const handler = told(
  'give-in-turn',
  process.env,
  withSecrets(process.env, (env) => giveInTurnHandler(turnsFrom(env))),
)
