// Compiles our templates, and those of govuk-frontend and the MoJ that ours reach, to one module of plain functions.
import { glob, readFile, writeFile } from 'node:fs/promises'
import { dirname, join, posix } from 'node:path'
import compiler from 'nunjucks/src/compiler.js'
import { inlineScript } from './inline-script.ts'
import { built, govuk, moj, views } from './places.ts'

// One module of all, for a laptop; and one for each of the two hosts, so that neither function carries the other's pages.
export const buildTemplates = async (): Promise<void> => {
  const names = await ours()
  await writeModule('templates', names)
  await writeModule(
    'templates-citizen',
    names.filter((name) => !/(^|\/)staff/.test(name)),
  )
  await writeModule(
    'templates-staff',
    names.filter((name) => !/(^|\/)citizen/.test(name)),
  )
  await writeFile(join(built, 'templates.d.mts'), declaration)
}

const writeModule = async (module: string, names: readonly string[]): Promise<void> => {
  const sources = await reachable(names)
  const entries = [...sources].map(([name, source]) => `${JSON.stringify(name)}: () => {${compiled(name, source)}},`)
  await writeFile(join(built, `${module}.mjs`), `${shortNames}export const templates = {\n${entries.join('\n')}\n}\n`)
}

const ours = async (): Promise<readonly string[]> => {
  const found: string[] = []
  for await (const name of glob('**/*.njk', { cwd: views })) found.push(name)
  return found.sort()
}

// Every template by its full name, so that nothing is resolved at run time.
const reachable = async (names: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  const sources = new Map<string, string>()
  const queue = [...names]
  for (let name = queue.shift(); name !== undefined; name = queue.shift()) {
    if (sources.has(name)) continue
    const source = await sourceOf(name)
    sources.set(name, source)
    queue.push(...[...source.matchAll(reference)].map((match) => match[3] ?? ''))
  }
  return sources
}

const reference = /(\{%-?\s*(?:from|include|import|extends)\s+)(["'])([^"']+)\2/g

const sourceOf = async (name: string): Promise<string> => {
  if (name === 'govuk/inline-script.njk') return `<script>${await inlineScript()}</script>\n`
  const source = await readFile(join(rootOf(name), name), 'utf8')
  return source.replace(reference, (_all, before: string, quote: string, path: string) => {
    const full = path.startsWith('.') ? posix.join(dirname(name), path) : path
    return `${before}${quote}${full}${quote}`
  })
}

const rootOf = (name: string): string => (name.startsWith('govuk/') ? govuk : name.startsWith('moj/') ? moj : views)

const compiled = (name: string, source: string): string => {
  try {
    return lean(compiler.compile(source, [], [], name, { autoescape: true, trimBlocks: true, lstripBlocks: true }))
  } catch (cause) {
    throw new Error(`The template ${name} does not compile`, { cause })
  }
}

// Line numbers are kept by nunjucks for its messages; they are two fifths of the code and are left out. What is called thousands of times
// is called by a short name, and our runtime escapes whether it is told to or not: a fifth of what is left.
const lean = (code: string): string =>
  code
    .replaceAll(/\(lineno = \d+, colno = \d+, /g, '(')
    .replaceAll(/^(?:lineno|colno) = \d+;$/gm, '')
    .replaceAll('runtime.suppressValue(', '$s(')
    .replaceAll('runtime.memberLookup(', '$m(')
    .replaceAll('runtime.contextOrFrameLookup(', '$l(')
    .replaceAll(', env.opts.autoescape)', ')')

const shortNames = `let $s, $m, $l
export const runOn = ({ suppressValue, memberLookup, contextOrFrameLookup }) => {
  $s = suppressValue
  $m = memberLookup
  $l = contextOrFrameLookup
}
`

const declaration = `export type Block = (
  env: object,
  context: object,
  frame: object,
  runtime: object,
  done: (error: unknown, output: string) => void,
) => void
// Before the first template is run: what their short names stand for.
export declare const runOn: (runtime: object) => void
// Each is made by calling it: V8 reads none that nobody asks for.
export declare const templates: Readonly<Record<string, () => Readonly<Record<string, Block>>>>
`
