// Style sheets, scripts and images under names that change with their content, compressed beside, and the list of them.
import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { build, transform } from 'esbuild'
import { compileAsync } from 'sass'
import { inlineScriptHash } from './inline-script.ts'
import { built, modules, views } from './places.ts'

export const buildAssets = async (): Promise<void> => {
  const made = await Promise.all([
    ...['citizen.scss', 'staff.scss'].map(style),
    ...['citizen.js', 'staff.js', 'map.js', 'upload.js'].map(script),
    ...['icon.svg'].map(image),
  ])
  const paths = Object.fromEntries(await Promise.all(made.map(keep)))
  await writeFile(join(built, 'assets.mjs'), moduleOf(paths, await inlineScriptHash(), await brand()))
  await writeFile(join(built, 'assets.d.mts'), declarationOf(Object.keys(paths)))
}

type Made = { readonly name: string; readonly body: Uint8Array }

const style = async (name: string): Promise<Made> => {
  const { css } = await compileAsync(join(views, 'assets', name), {
    loadPaths: [join(modules, '..'), modules],
    style: 'compressed',
    quietDeps: true,
  })
  const { code } = await transform(css, { loader: 'css', minify: true, target: 'es2020' })
  return { name: name.replace('.scss', '.css'), body: Buffer.from(code) }
}

const script = async (name: string): Promise<Made> => {
  const { outputFiles } = await build({
    entryPoints: [join(views, 'assets', name)],
    bundle: true,
    format: 'esm',
    legalComments: 'none',
    minify: true,
    target: 'es2020',
    write: false,
  })
  return { name, body: outputFiles[0]?.contents ?? new Uint8Array() }
}

// In the council's colour.
const image = async (name: string): Promise<Made> => {
  const drawn = await readFile(join(views, 'assets', name), 'utf8')
  return { name, body: Buffer.from(drawn.replaceAll('$council-brand', await brand())) }
}

// As the theme has it: for the icon, and for what browsers draw around a page.
const brand = async (): Promise<string> => {
  const found = /^\$council-brand: (#[0-9a-f]{6});$/m.exec(await readFile(join(views, 'theme.scss'), 'utf8'))
  if (found?.[1] === undefined) throw new Error('views/theme.scss has no line like $council-brand: #1f4b5f;')
  return found[1]
}

const keep = async ({ name, body }: Made): Promise<readonly [string, string]> => {
  const ext = extname(name)
  const hashed = `${name.slice(0, -ext.length)}-${createHash('sha256').update(body).digest('hex').slice(0, 10)}${ext}`
  const file = join(built, 'assets', hashed)
  const [br, gz] = await Promise.all([brotli(body, brotliOptions(body.length)), promisify(gzip)(body, { level: 9 })])
  await Promise.all([writeFile(file, body), writeFile(`${file}.br`, br), writeFile(`${file}.gz`, gz)])
  return [name, `/assets/${hashed}`]
}

const brotli = promisify(brotliCompress)

const brotliOptions = (size: number) => ({
  params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: size },
})

const moduleOf = (paths: Readonly<Record<string, string>>, hash: string, colour: string): string =>
  [
    `export const assets = ${JSON.stringify(paths, null, 2)}`,
    `export const inlineScriptHash = ${JSON.stringify(hash)}`,
    `export const brand = ${JSON.stringify(colour)}`,
    '',
  ].join('\n')

const declarationOf = (names: readonly string[]): string => `export declare const assets: {
${names.map((name) => `  readonly '${name}': string`).join('\n')}
}
// For the script-src of the Content-Security-Policy, without quotes.
export declare const inlineScriptHash: string
// The council's colour, as #rrggbb.
export declare const brand: string
`
