// The API, for programs of others.

import { withSecrets } from '#adapters/aws/secrets.ts'
import { told } from '#adapters/told.ts'
import { apiHandler } from '#web/api/handler.ts'
import { behindEdge } from '#web/edge.ts'
import { apiFrom } from './wiring/api.ts'
import { edgeFrom } from './wiring/edge.ts'

export const handler = told(
  'api',
  process.env,
  withSecrets(process.env, (env) => behindEdge(edgeFrom(env), apiHandler(apiFrom(env)))),
)
