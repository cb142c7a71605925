// Residents' pages.
import { withSecrets } from '#adapters/secrets.ts'
import { citizenHandler } from '#web/citizen/handler.ts'
import { counterFrom } from './wiring.ts'

export const handler = withSecrets(process.env, (env) => citizenHandler(counterFrom(env)))
