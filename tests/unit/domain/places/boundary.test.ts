import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import GeoJSONReader from 'jsts/org/locationtech/jts/io/GeoJSONReader.js'
import 'jsts/org/locationtech/jts/monkey.js'
import { describe, expect, it } from 'vitest'
import { type Boundary, boundaryFrom } from '#domain/places/boundary.ts'

const fixture = (name: string): string =>
  readFileSync(new URL(`../../../fixtures/boundaries/${name}.geojson`, import.meta.url), 'utf8')

const drawn = (text: string): Boundary => {
  const found = boundaryFrom(text)
  if (typeof found === 'string') throw new Error(`It was refused: ${found}`)
  return found
}

// Square metres of one step of 0.0002 degrees each way near Dorchester.
const step = 313.16

describe('A boundary as people draw it', () => {
  it.each<[string, number, number, number]>([
    ['t-shape', 5, 1, 0],
    ['u-shape', 5, 1, 0],
    ['rectangle-with-points-on-side', 3, 1, 0],
    ['duplicate-vertex', 4, 1, 0],
    ['hole', 12, 1, 1],
    ['two-parcels', 8, 2, 0],
    ['same-parcel-twice', 4, 1, 0],
  ])('is read with its area, its parts and its holes: %s', (name, steps, parts, holes) => {
    const { squareMetres, hectares, polygons } = drawn(fixture(name))
    expect(Math.abs(squareMetres / (steps * step) - 1)).toBeLessThan(0.001)
    expect(hectares).toBeCloseTo(squareMetres / 10_000, 6)
    expect([polygons.length, polygons.flat().length - polygons.length]).toEqual([parts, holes])
  })

  it('in metres of the National Grid is put where it is', () => {
    const { squareMetres, polygons } = drawn(fixture('osgb-27700'))
    expect(Math.abs(squareMetres / 2000 - 1)).toBeLessThan(0.005)
    const [longitude = 0, latitude = 0] = polygons[0]?.[0]?.[0] ?? []
    expect(Math.abs(longitude + 2.4404) + Math.abs(latitude - 50.7142)).toBeLessThan(0.0002)
  })

  it('that crosses itself is asked about', () => {
    expect(boundaryFrom(fixture('bow-tie'))).toBe('crosses-itself')
  })
})

const corners = [
  [-2.4402, 50.7134],
  [-2.4398, 50.7134],
  [-2.4398, 50.7138],
  [-2.4402, 50.7138],
  [-2.4402, 50.7134],
]
const square = { type: 'Polygon', coordinates: [corners] }
const feature = (geometry: unknown) => ({ type: 'Feature', properties: {}, geometry })
const text = (value: unknown): string => JSON.stringify(value)
const circle = (many: number): number[][] => {
  const around = Array.from({ length: many }, (_, at) => (at * 2 * Math.PI) / many)
  const points = around.map((angle) => [-2.44 + Math.cos(angle) / 1000, 50.71 + Math.sin(angle) / 1000])
  return [...points, points[0] ?? []]
}
const mark = { type: 'Point', coordinates: [-2.44, 50.7135] }
const line = { type: 'LineString', coordinates: corners }

describe('A boundary as programs write it', () => {
  it.each<[string, unknown]>([
    ['a geometry', square],
    ['a feature', feature(square)],
    ['a collection of features', { type: 'FeatureCollection', features: [feature(square)] }],
    ['a collection of geometries', { type: 'GeometryCollection', geometries: [square] }],
    ['a feature with a collection', feature({ type: 'GeometryCollection', geometries: [square] })],
    ['an area with a mark beside it', { type: 'FeatureCollection', features: [feature(square), feature(mark)] }],
    ['a feature without a place beside it', { type: 'FeatureCollection', features: [feature(null), feature(square)] }],
    ['corners with heights', { type: 'Polygon', coordinates: [corners.map((corner) => [...corner, 60.5])] }],
    ['clockwise corners', { type: 'Polygon', coordinates: [corners.toReversed()] }],
    ['corners whose last is not joined to the first', { type: 'Polygon', coordinates: [corners.slice(0, 4)] }],
    ['several areas in one', { type: 'MultiPolygon', coordinates: [[corners]] }],
  ])('is read from %s', (_, value) => {
    expect(drawn(text(value)).squareMetres).toBe(1252.65)
  })

  it.each<[string, unknown, string]>([
    ['a line', line, 'not-geojson'],
    ['a line beside an area', { type: 'GeometryCollection', geometries: [square, line] }, 'not-geojson'],
    ['nothing', { type: 'FeatureCollection', features: [] }, 'not-geojson'],
    ['a mark', mark, 'not-geojson'],
    ['words for numbers', { type: 'Polygon', coordinates: [corners.map((one) => one.map(String))] }, 'not-geojson'],
    ['an open line of two corners', { type: 'Polygon', coordinates: [corners.slice(0, 2)] }, 'not-closed'],
    ['two corners', { type: 'Polygon', coordinates: [[corners[0], corners[1], corners[1], corners[0]]] }, 'not-closed'],
    [
      'a spike',
      { type: 'Polygon', coordinates: [[...corners.slice(0, 2), [-2.4394, 50.7134], ...corners.slice(1)]] },
      'crosses-itself',
    ],
    ['latitude first', { type: 'Polygon', coordinates: [corners.map((one) => one.toReversed())] }, 'latitude-first'],
    ['another country', { type: 'Polygon', coordinates: [corners.map(([x = 0, y = 0]) => [x + 10, y])] }, 'outside'],
    [
      'metres of web maps',
      { type: 'Polygon', coordinates: [corners.map(([x = 0, y = 0]) => [x * 111_320, y * 130_000])] },
      'another-grid',
    ],
    [
      'metres of another grid',
      { type: 'Polygon', coordinates: [corners.map(([x = 0, y = 0]) => [x * 1000 + 542_000, y * 1000 + 5_567_000])] },
      'another-grid',
    ],
    ['too much of it', { type: 'Polygon', coordinates: [circle(2001)] }, 'too-detailed'],
  ])('is asked about where it is %s', (_, value, fault) => {
    expect(boundaryFrom(text(value))).toBe(fault)
  })

  it('answers at once to two combs that cross each other everywhere', () => {
    const comb = (turn: boolean) => {
      const teeth = Array.from({ length: 240 }, (_, at) => [
        [-2.44 + at * 1e-6, 50.71],
        [-2.44 + at * 1e-6 + 4e-7, 50.7102],
      ]).flat()
      const ring = [...teeth, [-2.4397, 50.7099], [-2.4401, 50.7099], teeth[0] ?? []]
      return [ring.map(([x = 0, y = 0]) => (turn ? [-2.44 + (y - 50.71) * 1.5, 50.71 + (x + 2.44) / 1.5] : [x, y]))]
    }
    const found = boundaryFrom(text({ type: 'MultiPolygon', coordinates: [comb(false), comb(true)] }))
    expect(found).toBe('too-detailed')
  })
})

// On a lattice, where edges often lie on one line, and corners on edges.
const corner = fc.tuple(fc.nat(6), fc.nat(6))
const at = ([x, y]: readonly [number, number]): [number, number] => [-2.44 + x / 5000, 50.71 + y / 5000]
const ring = fc.array(corner, { minLength: 3, maxLength: 9 }).map((points) => [...points, points[0] ?? [0, 0]].map(at))
const box = fc
  .tuple(fc.nat(6), fc.nat(6), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
  .map(([x, y, wide, high]): [number, number][] =>
    [
      [x, y],
      [x + wide, y],
      [x + wide, y + high],
      [x, y + high],
      [x, y],
    ].map(([a = 0, b = 0]) => at([a, b])),
  )

const reader = new GeoJSONReader()
const shape = (coordinates: unknown) => reader.read({ type: 'MultiPolygon', coordinates })

describe('Another geometry library', () => {
  it('finds the same boundaries sound', () => {
    let sound = 0
    fc.assert(
      fc.property(ring, (points) => {
        const found = boundaryFrom(text({ type: 'Polygon', coordinates: [points] }))
        if (found === 'too-small' || found === 'not-closed') return
        const valid = reader.read({ type: 'Polygon', coordinates: [points] }).isValid()
        sound += valid ? 1 : 0
        expect(found === 'crosses-itself').toBe(!valid)
      }),
      { numRuns: 4000 },
    )
    expect(sound).toBeGreaterThan(300)
  })

  it('joins the same parcels to the same shape', () => {
    fc.assert(
      fc.property(fc.array(box, { minLength: 1, maxLength: 5 }), (boxes) => {
        const { polygons } = drawn(text({ type: 'MultiPolygon', coordinates: boxes.map((one) => [one]) }))
        const theirs = boxes.map((one) => shape([[one]])).reduce((all, one) => all.union(one))
        const ours = shape(polygons)
        expect(ours.isValid()).toBe(true)
        expect(ours.symDifference(theirs).getArea()).toBeLessThan(1e-14)
      }),
      { numRuns: 500 },
    )
  })

  it('cuts the same hole out', () => {
    fc.assert(
      fc.property(box, (hole) => {
        const outer = [
          [-1, -1],
          [11, -1],
          [11, 11],
          [-1, 11],
          [-1, -1],
        ].map(([a = 0, b = 0]) => at([a, b]))
        const { polygons } = drawn(text({ type: 'Polygon', coordinates: [outer, hole] }))
        expect(
          shape(polygons)
            .symDifference(shape([[outer, hole]]))
            .getArea(),
        ).toBeLessThan(1e-14)
      }),
    )
  })
})
