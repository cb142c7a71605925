// British National Grid ↔ WGS84, by the transverse Mercator formulas and the 7-parameter Helmert shift of
// "A guide to coordinate systems in Great Britain" (Ordnance Survey, 2020), annexes B and C: good to about 5 metres.
export type Point = { readonly easting: number; readonly northing: number }
export type Position = { readonly longitude: number; readonly latitude: number }

const letters = 'ABCDEFGHJKLMNOPQRSTUVWXYZ'
const radians = Math.PI / 180

// "SY 690 906" → the south-west corner of that square, in metres. Two to five figures each way.
export const pointFromGridReference = (text: string): Point | undefined => {
  const found = /^([A-HJ-Z]{2})(\d{4,10})$/.exec(
    text.length > 40 ? '' : text.replace(/[\s\p{Cf}\p{Pd},]/gu, '').toUpperCase(),
  )
  const digits = found?.[2] ?? ''
  if (found === null || digits.length % 2 === 1) return undefined
  const [first = 0, second = 0] = [...(found[1] ?? '')].map((letter) => letters.indexOf(letter))
  const east = ((first - 2) % 5) * 5 + (second % 5)
  const north = 19 - Math.floor(first / 5) * 5 - Math.floor(second / 5)
  const half = digits.length / 2
  const scale = 10 ** (5 - half)
  const point = {
    easting: east * 100_000 + Number(digits.slice(0, half)) * scale,
    northing: north * 100_000 + Number(digits.slice(half)) * scale,
  }
  return onGrid(point) ? point : undefined
}

// The other way, to 10 metres: "SY 6920 9070".
export const gridReferenceOf = ({ easting, northing }: Point): string => {
  const [east, north] = [Math.floor(easting / 100_000), Math.floor(northing / 100_000)]
  const row = 19 - north
  const first = letters[Math.floor(row / 5) * 5 + ((Math.floor(east / 5) + 2) % 5)] ?? ''
  const second = letters[(row % 5) * 5 + (east % 5)] ?? ''
  const digits = [easting, northing].map((metres) => String(Math.floor((metres % 100_000) / 10)).padStart(4, '0'))
  return `${first}${second} ${digits.join(' ')}`
}

// The grid's extent, in metres.
export const onGrid = ({ easting, northing }: Point): boolean =>
  easting >= 0 && easting <= 700_000 && northing >= 0 && northing <= 1_300_000

type Ellipsoid = { readonly a: number; readonly b: number }
const airy: Ellipsoid = { a: 6_377_563.396, b: 6_356_256.909 }
const wgs84: Ellipsoid = { a: 6_378_137, b: 6_356_752.3141 }
const scale0 = 0.9996012717
const origin = { latitude: 49 * radians, longitude: -2 * radians, easting: 400_000, northing: -100_000 }

export const positionOf = (point: Point): Position => shifted(fromGrid(point), airy, wgs84, 1)

export const pointOf = (position: Position): Point => toGrid(shifted(position, wgs84, airy, -1))

const meridian = (latitude: number): number => {
  const { a, b } = airy
  const n = (a - b) / (a + b)
  const d = latitude - origin.latitude
  const s = latitude + origin.latitude
  return (
    b *
    scale0 *
    ((1 + n + 1.25 * n ** 2 + 1.25 * n ** 3) * d -
      (3 * n + 3 * n ** 2 + 2.625 * n ** 3) * Math.sin(d) * Math.cos(s) +
      (1.875 * n ** 2 + 1.875 * n ** 3) * Math.sin(2 * d) * Math.cos(2 * s) -
      (35 / 24) * n ** 3 * Math.sin(3 * d) * Math.cos(3 * s))
  )
}

const curvature = (latitude: number) => {
  const e2 = 1 - airy.b ** 2 / airy.a ** 2
  const v = (airy.a * scale0) / Math.sqrt(1 - e2 * Math.sin(latitude) ** 2)
  const rho = (airy.a * scale0 * (1 - e2)) / (1 - e2 * Math.sin(latitude) ** 2) ** 1.5
  return { v, rho, eta2: v / rho - 1 }
}

const toGrid = ({ latitude, longitude }: Position): Point => {
  const phi = latitude * radians
  const l = longitude * radians - origin.longitude
  const { v, rho, eta2 } = curvature(phi)
  const [sin, cos, tan] = [Math.sin(phi), Math.cos(phi), Math.tan(phi)]
  const northing =
    meridian(phi) +
    origin.northing +
    (v / 2) * sin * cos * l ** 2 +
    (v / 24) * sin * cos ** 3 * (5 - tan ** 2 + 9 * eta2) * l ** 4 +
    (v / 720) * sin * cos ** 5 * (61 - 58 * tan ** 2 + tan ** 4) * l ** 6
  const easting =
    origin.easting +
    v * cos * l +
    (v / 6) * cos ** 3 * (v / rho - tan ** 2) * l ** 3 +
    (v / 120) * cos ** 5 * (5 - 18 * tan ** 2 + tan ** 4 + 14 * eta2 - 58 * tan ** 2 * eta2) * l ** 5
  return { easting, northing }
}

const fromGrid = ({ easting, northing }: Point): Position => {
  let phi = (northing - origin.northing) / (airy.a * scale0) + origin.latitude
  for (let step = 0; step < 10; step += 1) phi += (northing - origin.northing - meridian(phi)) / (airy.a * scale0)
  const { v, rho, eta2 } = curvature(phi)
  const [tan, sec, x] = [Math.tan(phi), 1 / Math.cos(phi), easting - origin.easting]
  const latitude =
    phi -
    (tan / (2 * rho * v)) * x ** 2 +
    (tan / (24 * rho * v ** 3)) * (5 + 3 * tan ** 2 + eta2 - 9 * tan ** 2 * eta2) * x ** 4 -
    (tan / (720 * rho * v ** 5)) * (61 + 90 * tan ** 2 + 45 * tan ** 4) * x ** 6
  const longitude =
    origin.longitude +
    (sec / v) * x -
    (sec / (6 * v ** 3)) * (v / rho + 2 * tan ** 2) * x ** 3 +
    (sec / (120 * v ** 5)) * (5 + 28 * tan ** 2 + 24 * tan ** 4) * x ** 5
  return { latitude: latitude / radians, longitude: longitude / radians }
}

// OSGB36 → WGS84 with sign 1, back with -1: the guide's parameters, small-angle form.
const shifted = (position: Position, from: Ellipsoid, to: Ellipsoid, sign: 1 | -1): Position => {
  const { x, y, z } = cartesian(position, from)
  const s = 1 + (sign * -20.4894) / -1e6
  const [rx, ry, rz] = [0.1502, 0.247, 0.8421].map((seconds) => ((sign * seconds) / 3600) * radians)
  const turn = { x: rx ?? 0, y: ry ?? 0, z: rz ?? 0 }
  return geographic(
    {
      x: sign * 446.448 + x * (2 - s) - y * turn.z + z * turn.y,
      y: sign * -125.157 + x * turn.z + y * (2 - s) - z * turn.x,
      z: sign * 542.06 - x * turn.y + y * turn.x + z * (2 - s),
    },
    to,
  )
}

type Cartesian = { readonly x: number; readonly y: number; readonly z: number }

const cartesian = ({ latitude, longitude }: Position, { a, b }: Ellipsoid): Cartesian => {
  const [phi, lambda, e2] = [latitude * radians, longitude * radians, 1 - b ** 2 / a ** 2]
  const v = a / Math.sqrt(1 - e2 * Math.sin(phi) ** 2)
  return {
    x: v * Math.cos(phi) * Math.cos(lambda),
    y: v * Math.cos(phi) * Math.sin(lambda),
    z: (1 - e2) * v * Math.sin(phi),
  }
}

const geographic = ({ x, y, z }: Cartesian, { a, b }: Ellipsoid): Position => {
  const [e2, p] = [1 - b ** 2 / a ** 2, Math.hypot(x, y)]
  let phi = Math.atan2(z, p * (1 - e2))
  for (let step = 0; step < 10; step += 1)
    phi = Math.atan2(z + (e2 * a * Math.sin(phi)) / Math.sqrt(1 - e2 * Math.sin(phi) ** 2), p)
  return { latitude: phi / radians, longitude: Math.atan2(y, x) / radians }
}
