// Each Lambda's code as it is deployed, in chunks (split.ts): by `cdk synth`, by `npm start -- --built` and by the bench.
// CommonJS on purpose: an ES module that imports node:http makes Node load everything it exports, its WebSocket client included,
// which costs every start 17 ms (Node's facade for builtins reads each export).
import { execFile } from 'node:child_process'
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { type BuildOptions, build, type Plugin } from 'esbuild'
import { soundServices } from '#services/sound-services.ts'
import { buildViews } from '../views/build.ts'
import { lateServices } from './late-services.ts'
import { noticesFile, packageNotices, thirdParties } from './notices.ts'
import { putCode, withoutOthers } from './put-code.ts'
import { chunkMapOf as mapOfChunk, type Split, split } from './split.ts'

const top = fileURLToPath(new URL('..', import.meta.url))

export type Bundle = {
  // The entry's name: 'citizen'.
  readonly name: string
  // The folder that Lambda gets; its handler is start.handler.
  readonly folder: string
  // Its chunks; of them the first is loaded at a start, with what it stands on.
  readonly files: readonly string[]
  readonly bytes: number
  // What went in, in bytes of output by input file.
  readonly inputs: Split['inputs']
}

// A form with a fault is never deployed: the functions themselves do not look (sound-services.ts).
export const bundles = async (): Promise<readonly Bundle[]> => {
  const faults = soundServices()
  if (faults.length > 0) throw new Error(`These forms are not sound:\n${faults.join('\n')}`)
  await buildViews()
  return Promise.all((await entries()).map(bundled))
}

// One file per Lambda stands at the top of functions/.
export const entries = async (): Promise<readonly string[]> =>
  (await readdir(join(top, 'functions')))
    .filter((file) => file.endsWith('.ts'))
    .map((file) => file.replace(/\.ts$/, ''))

export const bundled = async (name: string): Promise<Bundle> => {
  const folder = folderOf(name)
  const { chunks, inputs } = await split(`functions/${name}.ts`, optionsOf(name))
  await mkdir(folder, { recursive: true })
  for (const { name: file, code } of chunks) await putCode(join(folder, file), code)
  await withoutOthers(folder, chunks)
  if (name === 'check-upload') await withPictures(folder)
  await withCompiled(name, folder)
  await writeFile(join(folder, noticesFile), packageNotices(thirdParties(Object.keys(inputs), top)))
  const bytes = chunks.reduce((sum, { code }) => sum + code.length, 0)
  return { name, folder, files: chunks.map(({ name: file }) => join(folder, file)), bytes, inputs }
}

/** The source map of a file of a function's bundle, in JSON. It is not deployed: a start would pay for it. */
export const mapOf = async (name: string, file: string): Promise<string> => {
  await buildViews()
  return mapOfChunk(file, `functions/${name}.ts`, optionsOf(name))
}

const optionsOf = (name: string): BuildOptions => ({
  ...alike,
  plugins: [lateServices(join(top, 'functions/services')), ownTemplates(name), ownNumbers, noPictures, asAscii],
})

const alike: BuildOptions = {
  absWorkingDir: top,
  bundle: true,
  platform: 'node',
  target: 'node24',
  // The SDK's ES sources: of its CommonJS nothing can be left out (SDK Developer Guide, "Bundling").
  mainFields: ['module', 'main'],
  // Lambda has its credentials in the environment: the other providers of the SDK's chain stay out.
  alias: { '@aws-sdk/credential-provider-node': './functions/adapters/aws/environment-credentials.ts' },
  minify: true,
  legalComments: 'none',
  logLevel: 'error',
  // CommonJS has its own name for it.
  define: { 'import.meta.filename': '__filename' },
}

// Compiled by the Node and for the machine that bundles: a release is made where the functions run (release.yml).
const withCompiled = async (name: string, folder: string): Promise<void> => {
  await cp(join(top, 'infra/start/start.cjs'), join(folder, 'start.cjs'))
  await run(process.execPath, [join(top, 'infra/start/make.cjs'), folder, name])
}

const run = promisify(execFile)

// The thread that makes a JPG of a HEIC stands beside the function, and libheif beside both, in its own files with its licence: under the LGPL
// whoever runs this may put another build of it there. Neither is read before the first HEIC.
const withPictures = async (folder: string): Promise<void> => {
  const thread = {
    entryPoints: ['functions/adapters/pictures/heic-worker.ts'],
    outfile: join(folder, 'heic-worker.cjs'),
  }
  await build({ ...alike, ...thread, format: 'cjs', external: [`${libheif.name}/*`] })
  for (const file of libheif.files)
    await cp(join(top, 'node_modules', libheif.name, file), join(folder, 'node_modules', libheif.name, file))
}

const libheif = {
  name: 'libheif-js',
  files: ['package.json', 'LICENSE', 'wasm-bundle.js', 'libheif-wasm/LICENSE', 'libheif-wasm/libheif-bundle.js'],
}

// Staff pages have templates that residents' have not, and the other way round.
const ownTemplates = (name: string): Plugin => ({
  name: 'own-templates',
  setup: ({ onResolve }) => {
    const module = name === 'staff' ? 'templates-staff' : 'templates-citizen'
    onResolve({ filter: /^#built\/templates\.mjs$/ }, () => ({ path: join(top, `.built/${module}.mjs`) }))
  },
})

// Of patterns, and of nothing else, esbuild leaves characters as they are. One beyond Latin-1 and V8 keeps the whole
// bundle in two bytes a character, which every start reads and holds.
const asAscii: Plugin = {
  name: 'as-ascii',
  setup: ({ onLoad }) => {
    onLoad({ filter: withPatterns }, async ({ path }) => {
      const text = await readFile(path, 'utf8')
      return { contents: text.replace(/[\u0080-\uffff]/g, escaped), loader: 'ts' }
    })
  },
}

// Files that have such patterns: one that is missing here is noticed by a test.
const withPatterns =
  /(channel|delivery-point|email|indicators|money|name-parts|notify|person-pages|table-file|typed-hours|units)\.ts$/

const escaped = (one: string): string => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`

// We text UK mobiles only: of the plans of all the world's numbers, those behind +44 are kept.
const ownNumbers: Plugin = {
  name: 'own-numbers',
  setup: ({ onLoad }) => {
    onLoad({ filter: /libphonenumber-js[\\/]metadata\.mobile\.json\.js$/ }, async ({ path }) => {
      const { default: all } = await import(path)
      const codes = all.country_calling_codes['44']
      const countries = Object.fromEntries(codes.map((code: string) => [code, all.countries[code]]))
      const kept = { ...all, country_calling_codes: { '44': codes }, countries, nonGeographic: {} }
      return { contents: `export default ${JSON.stringify(kept)}` }
    })
  },
}

// No decision notice has a picture, and what pdfkit reads pictures with says nothing of its licence.
const noPictures: Plugin = {
  name: 'no-pictures',
  setup: ({ onLoad, onResolve }) => {
    onResolve({ filter: /^png-js$/ }, ({ path }) => ({ path, namespace: 'no-pictures' }))
    onLoad({ filter: /.*/, namespace: 'no-pictures' }, () => ({ contents: 'export default undefined' }))
  },
}

const folderOf = (name: string): string => join(top, '.built/functions', name)

// What Lambda loads.
export const startFile = (name: string): string => join(folderOf(name), 'start.cjs')

if (import.meta.main)
  for (const { name, bytes } of await bundles()) console.log(`${name} ${Math.round(bytes / 1024)} KB`)
