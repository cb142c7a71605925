// Everything that staff meet, behind one function.
import { type WebHandler, webStack } from '../stack.ts'
import type { Desk } from './desk.ts'
import { staffRoutes } from './routes.ts'
import { problemHtml, serveStaff } from './serve.ts'

export const staffHandler = (desk: Desk): WebHandler =>
  webStack({
    routes: staffRoutes,
    serve: serveStaff(desk),
    // No form of a staff page posts to a bucket; files are shown from one.
    origins: { files: desk.files.origin },
    problem: problemHtml,
    log: desk.log,
  })
