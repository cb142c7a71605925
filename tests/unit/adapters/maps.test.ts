import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import { inflateSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { drawnMap } from '#adapters/maps/drawn-map.ts'
import { osMaps } from '#adapters/maps/os-maps.ts'
import { freePort } from '#infra/local/dynamo.ts'

type Answer = {
  readonly status: number
  readonly type?: string
  readonly body?: Uint8Array
  readonly location?: string
}

const tile = { z: 18, x: 129_297, y: 87_899 }
const drawn = await drawnMap().tile(tile)
const png = Uint8Array.from(drawn.is === 'tile' ? drawn.png : [])

let server: Server
let endpoint = ''
let answers: Answer[] = []
let asked: { readonly url: string; readonly headers: IncomingHttpHeaders }[] = []
let now = 0

beforeAll(async () => {
  server = createServer(({ url = '', headers }, response) => {
    asked.push({ url, headers })
    const { status, type, body, location } = answers.shift() ?? { status: 200, type: 'image/png', body: png }
    response.writeHead(status, {
      ...(type === undefined ? {} : { 'content-type': type }),
      ...(location === undefined ? {} : { location }),
    })
    response.end(body)
  })
  const port = await freePort()
  endpoint = `http://localhost:${port}`
  await new Promise<void>((resolve) => server.listen(port, () => resolve()))
})
afterAll(() => server.close())
beforeEach(() => {
  answers = []
  asked = []
  now += 1_000_000
})

const maps = (key: () => Promise<string | undefined> = async () => 'secret-of-ours') =>
  osMaps({ endpoint, key, now: () => now, licence: 'AC0000000000' })

describe('Ordnance Survey’s map', () => {
  it('is asked for one square of its light style, with the key in a header and in no address', async () => {
    const found = await maps().tile(tile)
    expect(found).toEqual({ is: 'tile', png })
    expect(asked.map(({ url, headers }) => [url, headers.key])).toEqual([
      ['/maps/raster/v1/zxy/Light_3857/18/129297/87899.png', 'secret-of-ours'],
    ])
  })

  it('says whose it is, with the year and the council’s licence', () => {
    expect(maps().credit('2027-01-05')).toBe('© Crown copyright and database rights 2027 OS AC0000000000')
  })

  it('has no square where it says so', async () => {
    answers = [{ status: 404 }]
    expect(await maps().tile(tile)).toEqual({ is: 'none' })
  })

  it.each<[string, Answer]>([
    ['a key that is not let in', { status: 401 }],
    ['too many requests', { status: 429 }],
    ['an error of theirs', { status: 500 }],
    ['a page instead of a picture', { status: 200, type: 'text/html', body: Buffer.from('<script></script>') }],
    ['a page that says it is a picture', { status: 200, type: 'image/png', body: Buffer.from('<script></script>') }],
    ['a picture that does not say so', { status: 200, type: 'application/octet-stream', body: png }],
    ['a way elsewhere', { status: 302, location: 'http://localhost:1/' }],
  ])('is not passed on after %s, and left alone for 15 seconds', async (_, answer) => {
    answers = [answer]
    const one = maps()
    expect((await one.tile(tile)).is).toBe('later')
    expect(await one.tile(tile)).toEqual({ is: 'later', why: 'resting' })
    expect(asked.length).toBe(1)
    now += 15_000
    expect((await one.tile(tile)).is).toBe('tile')
  })

  it('is not asked without a key', async () => {
    const none = maps(async () => undefined)
    expect(await none.tile(tile)).toEqual({ is: 'later', why: 'no-key' })
    const lost = maps(async () => Promise.reject(new Error('AccessDenied')))
    expect(await lost.tile(tile)).toEqual({ is: 'later', why: 'no-key' })
    expect(asked).toEqual([])
  })
})

// The dots of an indexed picture without filters: a row is a nought and 256 numbers.
const dotsOf = (bytes: Uint8Array): Buffer => {
  const picture = Buffer.from(bytes)
  const at = picture.indexOf('IDAT')
  return inflateSync(picture.subarray(at + 4, at + 4 + picture.readUInt32BE(at - 4)))
}

describe('The map of this machine', () => {
  it('is a picture of 256 dots by 256 that is the same each time, and goes on from square to square', async () => {
    const squares = [0, 5, 6].map((east) => drawnMap().tile({ ...tile, x: tile.x + east }))
    const [again = png, west = png, east = png] = (await Promise.all(squares)).flatMap((found) =>
      found.is === 'tile' ? [found.png] : [],
    )
    expect([Buffer.from(again).equals(png), png.length < 20_000]).toEqual([true, true])
    const [dots, beside] = [dotsOf(west), dotsOf(east)]
    expect(dots.length).toBe(256 * 257)
    // A road from west to east runs over the border.
    const border = (row: number) => [dots[row * 257 + 256], beside[row * 257 + 1]]
    const same = Array.from({ length: 256 }, (_, row) => border(row)).filter(([a, b]) => a === b).length
    expect(same).toBeGreaterThan(230)
    expect(new Set(dots).size).toBeGreaterThan(2)
  })
})
