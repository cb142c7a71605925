// The map on which a site's boundary is drawn: where it opens, and the squares that it is made of.
import type { Step } from '#domain/forms/answered/journey.ts'
import type { BoundaryQuestion } from '#domain/forms/question.ts'
import { londonDay } from '#domain/london.ts'
import { middleOf, type Near } from '#domain/places/area.ts'
import { pointIn, polygonsOf } from '#domain/places/drawn.ts'
import type { Polygon } from '#domain/places/geojson.ts'
import { type Point, positionOf } from '#domain/places/grid.ts'
import { type Tile, tileFrom, tileShows } from '#domain/places/tile.ts'
import { BadRequest, type Reply } from '#web/http.ts'
import { keptForADay } from '#web/middleware/headers.ts'
import type { Extra } from '#web/show/controls/extra.ts'
import { paths } from '#web/show/site.ts'
import type { DraftVisit, Visit } from '../visit.ts'

export const mapExtra = async (visit: DraftVisit, { page }: Step): Promise<Extra> => {
  const [id, question] = boundaryOn(page.questions) ?? []
  if (id === undefined || question?.land === undefined) return {}
  const { counter, walk } = visit
  const given = pointIn(walk.answers.answer(id))
  const near = question.near?.(walk.answers) ?? []
  const at = await firstKnown(visit, given === undefined ? near : [given, ...near])
  const { longitude, latitude } = positionOf(at ?? middleOf(question.land))
  return {
    map: {
      longitude: rounded(longitude),
      latitude: rounded(latitude),
      zoom: at === undefined ? wholeArea : oneHouse,
      tiles: paths.mapTiles,
      credit: counter.maps.credit(londonDay(counter.clock.now())),
      ...drawn('shape', polygonsOf(walk.answers.answer(id))),
      ...(question.beside === undefined ? {} : drawn('beside', polygonsOf(walk.answers.answer(question.beside)))),
    },
  }
}

const [wholeArea, oneHouse] = [10, 18]

const boundaryOn = (questions: Step['page']['questions']): readonly [string, BoundaryQuestion] | undefined => {
  for (const [id, question] of Object.entries(questions)) if (question.kind === 'boundary') return [id, question]
  return undefined
}

// Seven decimal places are a centimetre.
const rounded = (degrees: number): number => Math.round(degrees * 1e7) / 1e7

const drawn = (name: 'shape' | 'beside', polygons: readonly Polygon[] | undefined) =>
  polygons === undefined ? {} : { [name]: JSON.stringify({ type: 'MultiPolygon', coordinates: polygons }) }

const firstKnown = async (visit: DraftVisit, places: readonly Near[]): Promise<Point | undefined> => {
  for (const place of places) {
    const found = 'easting' in place ? place : await addressAt(visit, place)
    if (found !== undefined) return found
  }
  return undefined
}

// The address itself, else another of its postcode: its own was typed by hand.
const addressAt = async (
  { counter }: DraftVisit,
  { postcode, uprn }: { readonly postcode: string; readonly uprn?: string },
): Promise<Point | undefined> => {
  const found = await counter.gazetteer.addresses(postcode)
  return (found.find((one) => one.uprn === uprn) ?? found[0])?.at
}

// For whoever has something open in this browser, of land that we are there for, at the zooms of a red line: no way to the
// whole of somebody else's map.
export const mapTile = async ({ counter, request }: Visit): Promise<Reply> => {
  const tile = tileAsked(request.pathValues)
  if (tile === undefined || !counter.services.some((service) => isOn(tile, service))) throw new BadRequest(404)
  const found = await counter.maps.tile(tile)
  switch (found.is) {
    case 'tile':
      return { status: 200, headers: { 'content-type': 'image/png', 'cache-control': keptForADay }, bytes: found.png }
    case 'none':
      throw new BadRequest(404)
    case 'later':
      counter.log({ level: 'warn', event: 'map-tile-not-had', error: found.why })
      return { status: 503, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: 'The map is not available' }
  }
}

const tileAsked = ({ z = '', x = '', tile = '' }: Visit['request']['pathValues']): Tile | undefined => {
  const y = /^(\d+)\.png$/.exec(tile)?.[1]
  return y === undefined ? undefined : tileFrom(z, x, y)
}

const isOn = (tile: Tile, { form }: Visit['counter']['services'][number]): boolean =>
  form.sections
    .flatMap(({ pages }) => pages)
    .flatMap(({ questions }) => boundaryOn(questions) ?? [])
    .some((part) => typeof part !== 'string' && part.land !== undefined && tileShows(tile, part.land))
