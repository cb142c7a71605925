// A boundary while it is drawn: areas that are closed, and corners of one that is not yet. Pure, and each step can be undone.
import type { Corner, Polygon, Ring } from '#domain/places/geojson.ts'

type Line = { readonly areas: readonly Polygon[]; readonly open: Ring }

type Drawing = { readonly now: Line; readonly before: readonly Line[] }

export const nothing: Line = { areas: [], open: [] }

export const begun = (areas: readonly Polygon[] = []): Drawing => ({ now: { areas, open: [] }, before: [] })

const mostSteps = 100

export const stepped = ({ now, before }: Drawing, next: Line): Drawing => ({
  now: next,
  before: [...before.slice(1 - mostSteps), now],
})

export const undone = (drawing: Drawing): Drawing => {
  const last = drawing.before.at(-1)
  return last === undefined ? drawing : { now: last, before: drawing.before.slice(0, -1) }
}

export const withCorner = (line: Line, place: Corner): Line => ({ ...line, open: [...line.open, place] })

// Three corners make an area.
export const mayClose = ({ open }: Line): boolean => open.length > 2

export const closed = (line: Line): Line =>
  mayClose(line) ? { areas: [...line.areas, [ring(line.open)]], open: [] } : line

// A line of three corners or more counts as closed: so its area is known while it is drawn.
export const textOf = (line: Line): string => {
  const areas = mayClose(line) ? closed(line).areas : line.areas
  const [only] = areas
  if (only === undefined) return ''
  const rounded = areas.map((area) => area.map((one) => one.map(([x, y]) => [centimetre(x), centimetre(y)])))
  return JSON.stringify(
    rounded.length === 1
      ? { type: 'Polygon', coordinates: rounded[0] }
      : { type: 'MultiPolygon', coordinates: rounded },
  )
}

const ring = (corners: Ring): Ring => {
  const [first] = corners
  return first === undefined ? corners : [...corners, first]
}

// Seven decimal places of a degree.
const centimetre = (degrees: number): number => Math.round(degrees * 1e7) / 1e7
