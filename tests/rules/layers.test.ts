// Imports point one way only. Each rule fails with the sentence that explains it.
import { dirname } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Source, sources } from './sources.ts'

const all = sources('functions/')

// The wiring is part of the entries: it hands each what it stands on.
const layerOf = (path: string): string =>
  /^functions\/(?!wiring\/)(\w+)\//.exec(path)?.[1] ?? (path.startsWith('functions/') ? 'entry' : 'outside')

const mayImport: Readonly<Record<string, readonly string[]>> = {
  domain: ['domain'],
  services: ['services', 'domain'],
  usecases: ['usecases', 'services', 'domain'],
  adapters: ['adapters', 'usecases', 'domain'],
  web: ['web', 'usecases', 'services', 'domain'],
  events: ['events', 'usecases', 'services', 'domain'],
  entry: ['entry', 'web', 'events', 'adapters', 'usecases', 'services', 'domain'],
}

// The gateway to a planning committee in a case's overview, which is planning's alone.
const known = new Set(['functions/web/show/staff/gateway.ts'])

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

  it('lets adapters know of use cases only their ports', () => {
    const wrong = all
      .filter(({ path }) => layerOf(path) === 'adapters')
      .flatMap((source) =>
        ours(source)
          .filter((path) => layerOf(path) === 'usecases' && !path.startsWith('functions/usecases/ports/'))
          .map((path) => `${source.path} imports ${path}: adapters know only the ports`),
      )
    expect(wrong).toEqual([])
  })

  // What one service offers is declared in its folder, and carried by the rest for whichever does.
  it('lets only the catalogue name a service: use cases, events and pages serve any', () => {
    const nameOf = (path: string): string | undefined => /^functions\/services\/(\w+)\//.exec(path)?.[1]
    const wrong = all
      .filter(({ path }) => ['usecases', 'events', 'web'].includes(layerOf(path)) && !known.has(path))
      .flatMap((source) =>
        ours(source)
          .filter((path) => nameOf(path) !== undefined)
          .map((path) => `${source.path} imports ${path}: let the service declare what is read of it`),
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

describe('the folders', () => {
  const everywhere = [...all, ...sources('infra/'), ...sources('views/'), ...sources('scripts/')]

  it('hold about twenty files each, so that one finds a thing by the list', () => {
    const count = new Map<string, number>()
    for (const { path } of [...everywhere, ...sources('tests/')])
      count.set(dirname(path), (count.get(dirname(path)) ?? 0) + 1)
    const full = [...count].filter(([, files]) => files > 22)
    expect(full.map(([folder, files]) => `${folder} holds ${files} files: group what is looked for together`)).toEqual(
      [],
    )
  })

  // A folder may be read by those in it: they are its parts.
  it('import one another one way only', () => {
    const pairs = new Map<string, string>()
    for (const { path, imports } of everywhere)
      for (const other of imports.filter((name) => /^(functions|infra|views|scripts)\//.test(name))) {
        const [from, to] = [dirname(path), dirname(other)]
        if (!`${from}/`.startsWith(`${to}/`) && !`${to}/`.startsWith(`${from}/`))
          pairs.set(`${from} → ${to}`, `${path} imports ${other}`)
      }
    const both = [...pairs].filter(([pair]) => pairs.has(pair.split(' → ').reverse().join(' → ')))
    expect(both.map(([, how]) => how)).toEqual([])
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
