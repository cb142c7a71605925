// Everything that programs meet, behind one function.
import { type WebHandler, webStack } from '../stack.ts'
import { callbackRoutes } from './callbacks.ts'
import { problemBody, problemType } from './problem.ts'
import { apiRoutes } from './routes.ts'
import { serveApi } from './serve.ts'
import type { Api } from './visit.ts'

export const apiHandler = (api: Api): WebHandler =>
  webStack({
    routes: [...apiRoutes, ...callbackRoutes],
    serve: serveApi(api),
    takes: 'json',
    origins: {},
    problem: (status, { requestId }) => problemBody(status, { instance: `urn:request:${requestId}` }),
    problemType,
    log: api.log,
  })
