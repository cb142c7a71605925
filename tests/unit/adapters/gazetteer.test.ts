import { createServer, type Server } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addressLinesOf, inTitleCase } from '#adapters/delivery-point.ts'
import { osPlaces } from '#adapters/gazetteer.ts'
import { freePort } from '#infra/local/dynamo.ts'

const point =
  (parts: Readonly<Record<string, string>>) =>
  (name: string): string =>
    parts[name] ?? ''

describe('A delivery point', () => {
  it.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    ['a house', { BUILDING_NUMBER: '4', THOROUGHFARE_NAME: 'LUKIN DRIVE' }, ['4 Lukin Drive']],
    [
      'a house in a village',
      { BUILDING_NUMBER: '4', THOROUGHFARE_NAME: 'LUKIN DRIVE', DEPENDENT_LOCALITY: 'NURSLING' },
      ['4 Lukin Drive', 'Nursling'],
    ],
    [
      'a flat in a named house',
      {
        SUB_BUILDING_NAME: 'FLAT 3',
        BUILDING_NAME: 'HARBOUR HOUSE',
        BUILDING_NUMBER: '12',
        THOROUGHFARE_NAME: 'QUAY STREET',
      },
      ['Flat 3, Harbour House', '12 Quay Street'],
    ],
    ['a house with a letter', { BUILDING_NAME: '12A', THOROUGHFARE_NAME: "ST JOHN'S ROAD" }, ["12A St John's Road"]],
    [
      'a house with a name',
      { BUILDING_NAME: 'THE OLD FORGE', DEPENDENT_LOCALITY: 'BOURTON' },
      ['The Old Forge', 'Bourton'],
    ],
    [
      'a street off a street, in a hamlet of a village',
      {
        BUILDING_NUMBER: '1',
        DEPENDENT_THOROUGHFARE_NAME: 'MILL COTTAGES',
        THOROUGHFARE_NAME: 'MILL LANE',
        DOUBLE_DEPENDENT_LOCALITY: 'HIGHER ANSTY',
        DEPENDENT_LOCALITY: 'ANSTY',
      },
      ['1 Mill Cottages', 'Mill Lane', 'Higher Ansty', 'Ansty'],
    ],
    [
      'an office',
      {
        ORGANISATION_NAME: 'ORDNANCE SURVEY',
        DEPARTMENT_NAME: 'MAPS',
        BUILDING_NUMBER: '4',
        THOROUGHFARE_NAME: 'ADANAC DRIVE',
      },
      ['Ordnance Survey', 'Maps', '4 Adanac Drive'],
    ],
    ['a PO box', { ORGANISATION_NAME: 'DORSET POST', PO_BOX_NUMBER: '123' }, ['Dorset Post', 'PO Box 123']],
    [
      'a house in a place without streets',
      { BUILDING_NUMBER: '7', DEPENDENT_LOCALITY: 'CHALDON HERRING' },
      ['7 Chaldon Herring'],
    ],
  ])('is written with every part that it has: %s', (_, parts, lines) => {
    expect(addressLinesOf(point(parts))).toEqual(lines)
  })

  it.each([
    ["ST JOHN'S ROAD", "St John's Road"],
    ["O'BRIEN CLOSE", "O'Brien Close"],
    ["D'URBERVILLE DRIVE", "D'Urberville Drive"],
    ['WESTON-SUPER-MARE', 'Weston-super-Mare'],
    ['SIXPENNY HANDLEY', 'Sixpenny Handley'],
    ['1ST FLOOR', '1st Floor'],
    ['12A HIGH STREET', '12A High Street'],
    ['RYME INTRINSECA', 'Ryme Intrinseca'],
    ['THE STREET', 'The Street'],
    ['HINTON ST MARY', 'Hinton St Mary'],
    ['WHITCHURCH CANONICORUM', 'Whitchurch Canonicorum'],
    ['ST. JAMES’S PARK', 'St. James’s Park'],
  ])('%s is written %s', (capitals, words) => {
    expect(inTitleCase(capitals)).toBe(words)
  })
})

// As OS Places answers: 100 results at most, from an offset.
const flats = Array.from({ length: 140 }, (_, at) => ({
  DPA: {
    UPRN: String(200_000_000_000 + at),
    SUB_BUILDING_NAME: `FLAT ${at + 1}`,
    BUILDING_NAME: 'HARBOUR HOUSE',
    THOROUGHFARE_NAME: "ST JOHN'S ROAD",
    DEPENDENT_LOCALITY: 'FORTUNESWELL',
    POST_TOWN: 'PORTLAND',
    POSTCODE: 'DT5 1AB',
  },
}))

let server: Server
let asked: string[] = []
let origin = ''
const places = () => osPlaces({ key: async () => 'k', origin })
beforeAll(async () => {
  server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost')
    asked.push(url.searchParams.get('offset') ?? '')
    const [postcode, offset] = [url.searchParams.get('postcode'), Number(url.searchParams.get('offset'))]
    if (postcode === 'DT9 9BR' || (postcode === 'DT9 9BS' && offset > 0)) return void response.writeHead(500).end()
    const all = postcode === 'DT9 9ZZ' ? [] : flats
    const header = { offset, totalresults: all.length, maxresults: 100 }
    response.end(JSON.stringify({ header, ...(all.length === 0 ? {} : { results: all.slice(offset, offset + 100) }) }))
  })
  const port = await freePort()
  origin = `http://localhost:${port}`
  await new Promise<void>((resolve) => server.listen(port, () => resolve()))
})
afterAll(() => server.close())

describe('The look-up', () => {
  it('finds all 140 flats of one postcode, in the order of their numbers', async () => {
    asked = []
    const found = await places().addresses('DT5 1AB')
    expect([found.length, new Set(found.map(({ uprn }) => uprn)).size, asked]).toEqual([140, 140, ['0', '100']])
    expect(found.slice(0, 2).map(({ line1 }) => line1)).toEqual(['Flat 1, Harbour House', 'Flat 2, Harbour House'])
    expect(found.at(-1)).toEqual({
      uprn: '200000000139',
      line1: 'Flat 140, Harbour House',
      line2: "St John's Road, Fortuneswell",
      town: 'Portland',
      county: '',
      postcode: 'DT5 1AB',
    })
  })
  it.each([
    ['no address', 'DT9 9ZZ'],
    ['no answer', 'DT9 9BR'],
    ['only a part of them', 'DT9 9BS'],
  ])('finds none where there is %s', async (_, postcode) => {
    expect(await places().addresses(postcode)).toEqual([])
  })
})
