// Time: more of it, or none left, or somebody else's from now on.
import { html, seeOther } from '#web/http.ts'
import { pages } from '#web/show/citizen/pages.ts'
import { paths } from '#web/show/site.ts'
import { type Answer, around, type Visit } from '../visit.ts'

export const moreTime = (visit: Visit): Answer => html(pages.moreTime({ around: around(visit), from: cameFrom(visit) }))

// Any request refreshes the session; this one exists to be pressed.
export const stay = (visit: Visit): Answer => seeOther(cameFrom(visit))

// Only a page of ours, and not this one.
const cameFrom = (visit: Visit): string => {
  const from = visit.request.query.from?.[0] ?? ''
  return /^\/(?!session\/)[a-z0-9][A-Za-z0-9/-]*$/.test(from) ? from : lastPlace(visit)
}

const lastPlace = (visit: Visit): string => {
  const service = Object.keys(visit.session.drafts)[0]
  return service === undefined ? paths.home : `/${service}/tasks`
}

export const sessionTaken = (visit: Visit): Answer => html(pages.sessionTaken(around(visit)))

export const sessionEnded = (visit: Visit): Answer => html(pages.sessionEnded(around(visit)))
