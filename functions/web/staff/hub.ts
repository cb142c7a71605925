// The page of what stands behind a word of the navigation.
import { BadRequest, html, type Reply } from '../http.ts'
import { staffPages } from '../show/staff/pages.ts'
import { hubNamed } from '../show/staff/work/navigation.ts'
import { around, type DeskVisit } from './visit.ts'

export const showHub = (visit: DeskVisit): Reply => {
  const hub = hubNamed(visit.request.pathValues.hub)
  if (hub === undefined) throw new BadRequest(404)
  return html(staffPages.hub({ around: around(visit), hub }))
}
