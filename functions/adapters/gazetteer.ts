// Postal addresses of a postcode. Locally a generated gazetteer; in AWS Ordnance Survey's Places API.
import type { FoundAddress, Gazetteer } from '#usecases/ports/gazetteer.ts'
import { addressLinesOf, type DeliveryPoint, inTitleCase } from './delivery-point.ts'

const streets = [
  'Sample Street',
  'Mill Lane',
  'Harbour View',
  'Station Road',
  'Church Close',
  'Orchard Way',
  'Old Brewery Yard',
]
const towns: Readonly<Record<string, string>> = {
  '1': 'Dorchester',
  '2': 'Dorchester',
  '3': 'Weymouth',
  '4': 'Weymouth',
  '5': 'Portland',
  '6': 'Bridport',
}

// The same postcode always has the same addresses; one ending in ZZ has none.
export const generatedGazetteer = (): Gazetteer => ({
  addresses: async (postcode) => {
    const seed = [...postcode].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9973, 7)
    if (postcode.endsWith('ZZ')) return []
    const street = streets[seed % streets.length] ?? 'Sample Street'
    const town = postcode.startsWith('DT') ? (towns[postcode.slice(2, 3)] ?? 'Dorchester') : 'Wimborne'
    return Array.from({ length: 3 + (seed % 9) }, (_, index) => ({
      uprn: String(100_040_000_000 + seed * 100 + index),
      line1: `${1 + index * 2} ${street}`,
      line2: '',
      town,
      county: 'Dorset',
      postcode,
      at: { easting: 368_000 + (seed % 3000) + index * 8, northing: 89_000 + ((seed * 7) % 3000) },
    }))
  },
})

// OS Places API, postcode search: results[].DPA with UPRN, BUILDING_NUMBER and so on, in capitals; 100 at a
// time, and header.totalresults says how many there are. No answer in 2 seconds, or a wrong one, is no
// addresses: the page then offers to type it.
export const osPlaces = (settings: OsPlacesSettings): Gazetteer => ({
  addresses: async (postcode) => {
    const signal = AbortSignal.timeout(2000)
    const found: FoundAddress[] = []
    try {
      for (let offset = 0, all = 1; offset < Math.min(all, mostFound); offset += atOnce) {
        const answer = await pageOf(settings, { postcode, offset: String(offset) }, signal)
        found.push(...addressesIn(answer))
        all = totalIn(answer)
      }
      return found.toSorted((a, b) => order.compare(inWords(a), inWords(b)))
    } catch {
      return []
    }
  },
})

type OsPlacesSettings = { readonly key: () => Promise<string | undefined>; readonly origin: string }

const atOnce = 100
// No postcode has more; a wrong total does not ask for ever.
const mostFound = 500

// Flat 2 before flat 10.
const order = new Intl.Collator('en-GB', { numeric: true })
const inWords = ({ line2, line1 }: FoundAddress): string => `${line2} ${line1}`

type Page = { readonly postcode: string; readonly offset: string }

const pageOf = async ({ key, origin }: OsPlacesSettings, page: Page, signal: AbortSignal): Promise<unknown> => {
  const query = new URLSearchParams({ ...page, dataset: 'DPA', maxresults: String(atOnce) })
  // In a header, so that no address holds it (docs.os.uk, "OS APIs", "Authentication").
  const headers = { key: (await key()) ?? '' }
  const reply = await fetch(`${origin}/search/places/v1/postcode?${query}`, { headers, signal })
  if (!reply.ok) throw new Error(`The gazetteer answered ${reply.status}`)
  return reply.json()
}

const totalIn = (answer: unknown): number => {
  const total = fieldOf(fieldOf(answer, 'header'), 'totalresults')
  return typeof total === 'number' ? total : 0
}

const addressesIn = (answer: unknown): readonly FoundAddress[] => {
  const results = fieldOf(answer, 'results')
  return Array.isArray(results) ? results.flatMap((result) => addressFrom(fieldOf(result, 'DPA'))) : []
}

const addressFrom = (dpa: unknown): readonly FoundAddress[] => {
  const part: DeliveryPoint = (name) => {
    const value = fieldOf(dpa, name)
    return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : ''
  }
  const [line1, ...rest] = addressLinesOf(part)
  const uprn = part('UPRN')
  if (!/^\d{1,12}$/.test(uprn) || line1 === undefined) return []
  const lines = { line1, line2: rest.join(', '), town: inTitleCase(part('POST_TOWN')), county: '' }
  return [{ uprn, ...lines, postcode: part('POSTCODE'), ...placeOf(dpa) }]
}

// Metres of the National Grid.
const placeOf = (dpa: unknown): Pick<FoundAddress, 'at'> => {
  const [easting, northing] = [fieldOf(dpa, 'X_COORDINATE'), fieldOf(dpa, 'Y_COORDINATE')]
  return typeof easting === 'number' && typeof northing === 'number' ? { at: { easting, northing } } : {}
}

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Object.entries(value).find(([key]) => key === name)?.[1] : undefined
