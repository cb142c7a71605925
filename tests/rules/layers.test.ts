// Imports point one way only (DESIGN 2). Each rule fails with the sentence that explains it.
import { describe, expect, it } from 'vitest'
import { type Source, sources } from './sources.ts'

const all = sources('functions/')

const layerOf = (path: string): string =>
  /^functions\/(\w+)\//.exec(path)?.[1] ?? (path.startsWith('functions/') ? 'entry' : 'outside')

const mayImport: Readonly<Record<string, readonly string[]>> = {
  domain: ['domain'],
  services: ['services', 'domain'],
  usecases: ['usecases', 'services', 'domain'],
  adapters: ['adapters', 'usecases', 'domain'],
  web: ['web', 'usecases', 'services', 'domain'],
  events: ['events', 'usecases', 'services', 'domain'],
  entry: ['entry', 'web', 'events', 'adapters', 'usecases', 'services', 'domain'],
}

const ours = (source: Source): readonly string[] => source.imports.filter((path) => path.startsWith('functions/'))

describe('layers', () => {
  it('reads the whole of functions/', () => {
    expect(all.length).toBeGreaterThan(150)
    expect(all.every(({ path }) => layerOf(path) in mayImport)).toBe(true)
  })

  it('lets imports point one way only', () => {
    const wrong = all.flatMap((source) =>
      ours(source)
        .filter((path) => mayImport[layerOf(source.path)]?.includes(layerOf(path)) !== true)
        .map(
          (path) =>
            `${source.path} imports ${path}: ${layerOf(source.path)} may import only ${mayImport[layerOf(source.path)]?.join(', ')}`,
        ),
    )
    expect(wrong).toEqual([])
  })

  it('lets adapters know of use cases only their ports and the log', () => {
    const wrong = all
      .filter(({ path }) => layerOf(path) === 'adapters')
      .flatMap((source) =>
        ours(source)
          .filter((path) => layerOf(path) === 'usecases' && !/\/(ports|[a-z]+-ports|log)\.ts$/.test(path))
          .map((path) => `${source.path} imports ${path}: adapters know only the ports`),
      )
    expect(wrong).toEqual([])
  })

  it('keeps AWS, HTTP and Node out of the domain and the services', () => {
    const reach = /@aws-sdk|['"]node:|process\.env|Date\.now\(\)|new Date\(\)|Math\.random/
    const wrong = all
      .filter(({ path, text }) => ['domain', 'services'].includes(layerOf(path)) && reach.test(text))
      .map(({ path }) => `${path} reaches outside itself: time, chance and the machine come in by the door`)
    expect(wrong).toEqual([])
  })

  it('keeps each outside thing in its layer', () => {
    const only: readonly (readonly [RegExp, (path: string) => boolean, string])[] = [
      [/^@aws-sdk\//, (path) => layerOf(path) === 'adapters', 'the AWS SDK is for adapters'],
      [/^(middy|@middy\/|nunjucks)/, (path) => layerOf(path) === 'web', 'middy and nunjucks are for web'],
      [/^openid-client$/, (path) => layerOf(path) === 'adapters', 'the identity provider is reached by an adapter'],
    ]
    const wrong = all.flatMap((source) =>
      source.imports.flatMap((name) =>
        only
          .filter(([pattern, allowed]) => pattern.test(name) && !allowed(source.path))
          .map(([, , why]) => `${source.path} imports ${name}: ${why}`),
      ),
    )
    expect(wrong).toEqual([])
  })

  it('reads the environment only in entry files and the wiring', () => {
    const wrong = all
      .filter(({ path, text }) => layerOf(path) !== 'entry' && /process\.env/.test(text))
      .map(({ path }) => `${path} reads process.env: settings come in by the door`)
    expect(wrong).toEqual([])
  })

  it('has no circle of imports', () => {
    const graph = new Map(all.map((source) => [source.path, ours(source)]))
    expect(circles(graph)).toEqual([])
  })
})

// Each circle once, as the way round it.
const circles = (graph: ReadonlyMap<string, readonly string[]>): readonly string[] => {
  const found: string[] = []
  const state = new Map<string, 'open' | 'done'>()
  const walk = (path: string, way: readonly string[]): void => {
    if (state.get(path) === 'done') return
    if (state.get(path) === 'open') {
      found.push([...way.slice(way.indexOf(path)), path].join(' → '))
      return
    }
    state.set(path, 'open')
    for (const next of graph.get(path) ?? []) walk(next, [...way, path])
    state.set(path, 'done')
  }
  for (const path of graph.keys()) walk(path, [])
  return found
}
