// Everything that residents meet, behind one function.
import { type WebHandler, webStack } from '../stack.ts'
import type { Counter } from './counter.ts'
import { problemHtml } from './problem.ts'
import { citizenRoutes } from './routes.ts'
import { serveCitizen } from './serve.ts'

export const citizenHandler = (counter: Counter): WebHandler =>
  webStack({
    routes: citizenRoutes(counter.services),
    serve: serveCitizen(counter),
    origins: { uploads: counter.uploadOrigin },
    problem: problemHtml(counter),
    log: counter.log,
  })
