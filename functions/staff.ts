// Staff pages.

import { withSecrets } from '#adapters/aws/secrets.ts'
import { told } from '#adapters/told.ts'
import { behindEdge } from '#web/edge.ts'
import { staffHandler } from '#web/staff/handler.ts'
import { edgeFrom } from './wiring/edge.ts'
import { deskFrom } from './wiring/staff.ts'

export const handler = told(
  'staff',
  process.env,
  withSecrets(process.env, (env) => behindEdge(edgeFrom(env), staffHandler(deskFrom(env)))),
)
