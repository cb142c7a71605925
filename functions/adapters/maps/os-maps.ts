// Ordnance Survey's Maps API, ZXY in Web Mercator, by the runtime's own fetch. The key goes in a header, so that no address holds it
// (docs.os.uk, "OS APIs", "Authentication").
import type { Tile } from '#domain/places/tile.ts'
import type { MapTiles, TileFound } from '#usecases/ports/gazetteer.ts'

export type OsMapsSettings = {
  readonly endpoint: string
  // The project's API key; asked for with each square, so that a new one is used at once.
  readonly key: () => Promise<string | undefined>
  // In milliseconds.
  readonly now: () => number
  readonly licence: string
}

export const osMaps = (settings: OsMapsSettings): MapTiles => ({
  tile: resting((tile) => tileAt(settings, tile), settings.now),
  // As the licence has it (docs.os.uk, "OS API branding").
  credit: (today) => `© Crown copyright and database rights ${today.slice(0, 4)} OS ${settings.licence}`,
})

const patienceMs = 3000
// The largest square is some 60 KB.
const mostBytes = 500_000

const tileAt = async ({ endpoint, key }: OsMapsSettings, { z, x, y }: Tile): Promise<TileFound> => {
  const known = await key().catch(() => undefined)
  if (known === undefined || known === '') return { is: 'later', why: 'no-key' }
  try {
    const reply = await fetch(`${endpoint}/maps/raster/v1/zxy/Light_3857/${z}/${x}/${y}.png`, {
      headers: { key: known },
      redirect: 'error',
      signal: AbortSignal.timeout(patienceMs),
    })
    if (reply.status === 404) return { is: 'none' }
    if (!reply.ok) return { is: 'later', why: `status-${reply.status}` }
    const bytes = new Uint8Array(await reply.arrayBuffer())
    return isPicture(reply, bytes) ? { is: 'tile', png: bytes } : { is: 'later', why: 'not-a-picture' }
  } catch {
    return { is: 'later', why: 'no-reply' }
  }
}

// What it says and what it is (Portable Network Graphics, "PNG signature").
const isPicture = ({ headers }: Response, bytes: Uint8Array): boolean =>
  headers.get('content-type')?.split(';')[0]?.trim() === 'image/png' &&
  bytes.length <= mostBytes &&
  signature.every((byte, at) => bytes[at] === byte)

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

// A map asks for some twenty squares at once: while none can be had, the next ones do not wait for it, and pages go on.
const restMs = 15_000

const resting = (ask: MapTiles['tile'], now: () => number): MapTiles['tile'] => {
  let until = 0
  return async (tile) => {
    if (now() < until) return { is: 'later', why: 'resting' }
    const found = await ask(tile)
    if (found.is === 'later') until = now() + restMs
    return found
  }
}
