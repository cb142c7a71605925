// Postal addresses of a postcode. Locally a generated gazetteer; in AWS Ordnance Survey's Places API.
import type { FoundAddress, Gazetteer } from '#usecases/ports.ts'

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
    }))
  },
})

// OS Places API, postcode search: results[].DPA with UPRN, BUILDING_NUMBER and so on, in capitals.
// No answer in 2 seconds, or a wrong one, is no addresses: the page then offers to type it.
export const osPlaces = (settings: { readonly key: string; readonly origin: string }): Gazetteer => ({
  addresses: async (postcode) => {
    const query = new URLSearchParams({ postcode, key: settings.key, dataset: 'DPA' })
    try {
      const reply = await fetch(`${settings.origin}/search/places/v1/postcode?${query}`, {
        signal: AbortSignal.timeout(2000),
      })
      return reply.ok ? addressesIn(await reply.json()) : []
    } catch {
      return []
    }
  },
})

const addressesIn = (answer: unknown): readonly FoundAddress[] => {
  const results = fieldOf(answer, 'results')
  return Array.isArray(results) ? results.flatMap((result) => addressFrom(fieldOf(result, 'DPA'))) : []
}

const addressFrom = (dpa: unknown): readonly FoundAddress[] => {
  const part = (name: string): string => {
    const value = fieldOf(dpa, name)
    return typeof value === 'string' ? value : ''
  }
  const join = (...names: readonly string[]): string =>
    titleCase(
      names
        .map(part)
        .filter((text) => text !== '')
        .join(' '),
    )
  const building = join('SUB_BUILDING_NAME', 'BUILDING_NAME', 'ORGANISATION_NAME')
  const street = join('BUILDING_NUMBER', 'THOROUGHFARE_NAME')
  const uprn = part('UPRN')
  const line1 = building === '' ? street : building
  if (!/^\d{1,12}$/.test(uprn) || line1 === '') return []
  return [
    {
      uprn,
      line1,
      line2: building === '' ? '' : street,
      town: join('POST_TOWN'),
      county: '',
      postcode: part('POSTCODE'),
    },
  ]
}

const titleCase = (text: string): string =>
  text.toLowerCase().replace(/(^|[\s'-])\p{L}/gu, (letter) => letter.toUpperCase())

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Object.entries(value).find(([key]) => key === name)?.[1] : undefined
