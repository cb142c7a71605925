// A function's code in chunks: what it needs at its start, and what is loaded when it is first asked for. esbuild splits
// ES modules only, so each chunk is made CommonJS after that, by itself.
import { basename } from 'node:path'
import { type BuildOptions, build, type Metafile, type TransformOptions, transform } from 'esbuild'
import { atOnce } from './late-services.ts'

// `map`: its source map in JSON, where one was asked for.
export type Chunk = { readonly name: string; readonly code: string; readonly map: string }

export type Split = {
  readonly chunks: readonly Chunk[]
  // What went in, in bytes of output by input file.
  readonly inputs: Metafile['outputs'][string]['inputs']
}

/** `options`: as for one file; its entry becomes index.cjs. */
export const split = async (entry: string, options: BuildOptions): Promise<Split> => {
  const { outputFiles, metafile } = await build({
    ...options,
    ...{ format: 'esm', splitting: true, write: false, metafile: true },
    ...{
      entryPoints: { index: entry },
      outdir: '.',
      outExtension: { '.js': '.cjs' },
      chunkNames: 'part-[name]-[hash]',
    },
  })
  const texts = new Map(outputFiles.map(({ path, text }) => [basename(path), text]))
  const names = reached('index.cjs', texts)
  return {
    chunks: await Promise.all(names.map((name) => asCommon(name, texts.get(name) ?? ''))),
    inputs: Object.assign({}, ...names.map((name) => metafile.outputs[name]?.inputs)),
  }
}

/** The map of one of its chunks. The names of chunks are hashes of their maps too, so it is known by its code. */
export const chunkMapOf = async (chunk: string, entry: string, options: BuildOptions): Promise<string> => {
  const { chunks } = await split(entry, options)
  const mapped = await split(entry, { ...options, sourcemap: 'inline' })
  const wanted = chunks.find(({ name }) => name === chunk)
  const found = mapped.chunks.find(({ code }) => wanted !== undefined && unnamed(code) === unnamed(wanted.code))
  if (found === undefined) throw new Error(`There is no ${chunk} in ${entry}`)
  return found.map
}

const unnamed = (code: string): string => code.replaceAll(/-[A-Z0-9]{8}\.cjs/g, '.cjs')

// esbuild writes what is imported late even where it has left out whatever would import it.
const reached = (from: string, texts: ReadonlyMap<string, string>): readonly string[] => {
  const found = new Set([from])
  for (const name of found)
    for (const [, other = ''] of (texts.get(name) ?? '').matchAll(/"\.\/([\w-]+\.cjs)"/g)) found.add(other)
  return [...found]
}

const asCommon = async (name: string, text: string): Promise<Chunk> => {
  const sourcemap = text.includes('\n//# sourceMappingURL=') ? 'external' : false
  const now = text.replaceAll(awaited, required)
  const { code, map } = await transform(now, { ...common, ...placed(text), sourcemap, sourcefile: name })
  return { name, code, map }
}

const awaited = new RegExp(`${atOnce}\\(import\\(("\\./[^"]+")\\)\\)`, 'g')

// As long as what it stands for, so that all else keeps its place.
const required = (whole: string, path: string): string => `require(${path})`.padEnd(whole.length)

// What asks where it lies is told where the bundle does: CommonJS has no import.meta.
const placed = (text: string): TransformOptions =>
  text.includes('import.meta.url')
    ? {
        define: { 'import.meta.url': 'bundleUrl' },
        banner: 'const bundleUrl=require("node:url").pathToFileURL(__filename).href;',
      }
    : {}

const common = {
  format: 'cjs',
  platform: 'node',
  target: 'node24',
  // A script that V8 compiled before has no loader of its own for import(): what is asked for late is required.
  supported: { 'dynamic-import': false },
  minify: true,
  legalComments: 'none',
} as const satisfies TransformOptions
