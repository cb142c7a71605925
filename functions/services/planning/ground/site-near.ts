// Where the site is by the answers before its boundary: the map opens there, and its line is held against it.
import type { Lookup } from '#domain/forms/condition.ts'
import type { Near } from '#domain/places/area.ts'
import { middleOfPolygons, pointIn, polygonsOf } from '#domain/places/drawn.ts'
import { type Point, pointFromGridReference } from '#domain/places/grid.ts'

export const siteNear = (lookup: Lookup): readonly Near[] =>
  [statedPlace(lookup), addressIn(lookup.answer('siteAddress'))].filter((place) => place !== undefined)

// Other land of the applicant's lies around the site.
export const besideSite = (lookup: Lookup): readonly Near[] => {
  const line = lookup.answer('siteBoundary')
  const polygons = polygonsOf(line)
  const drawn = polygons === undefined ? pointIn(line) : middleOfPolygons(polygons)
  return [...(drawn === undefined ? [] : [drawn]), ...siteNear(lookup)]
}

export const statedPlace = ({ answer }: Lookup): Point | undefined => {
  const grid = answer('siteGrid')
  if (typeof grid === 'string') return pointFromGridReference(grid)
  const [easting, northing] = [Number(answer('siteEasting')), Number(answer('siteNorthing'))]
  return Number.isNaN(easting) || Number.isNaN(northing) ? undefined : { easting, northing }
}

const addressIn = (answer: unknown): Near | undefined => {
  if (typeof answer !== 'object' || answer === null || !('postcode' in answer)) return undefined
  const { postcode } = answer
  const uprn = 'uprn' in answer && typeof answer.uprn === 'string' ? { uprn: answer.uprn } : {}
  return typeof postcode === 'string' && postcode !== '' ? { postcode, ...uprn } : undefined
}
