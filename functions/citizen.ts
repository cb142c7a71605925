// Residents' pages.

import { withSecrets } from '#adapters/aws/secrets.ts'
import { told } from '#adapters/told.ts'
import { citizenHandler } from '#web/citizen/handler.ts'
import { behindEdge } from '#web/edge.ts'
import { edgeFrom } from './wiring/edge.ts'
import { counterFrom } from './wiring/residents.ts'

export const handler = told(
  'citizen',
  process.env,
  withSecrets(process.env, (env) => behindEdge(edgeFrom(env), citizenHandler(counterFrom(env)))),
)
