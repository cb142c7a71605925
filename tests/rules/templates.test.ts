// A template prints nothing for a name that nobody gives. So each name that a template reads is one that the code gives a value to.
import { globSync, readFileSync } from 'node:fs'
import nodes from 'nunjucks/src/nodes.js'
import { type Node, parse } from 'nunjucks/src/parser.js'
import { describe, expect, it } from 'vitest'
import { sources } from './sources.ts'

const all = (tree: Node, type: string): readonly Node[] => tree.findAll(nodes[type])

const symbolsIn = (node: Node | undefined): readonly Node[] =>
  node === undefined ? [] : node.typename === 'Symbol' ? [node] : (node.children ?? []).flatMap(symbolsIn)

const wordOf = (node: Node | undefined): string => (typeof node?.value === 'string' ? node.value : '')

// `import`, `set`, `for`, macros and what they are called with.
const bound = (tree: Node): readonly Node[] => [
  ...all(tree, 'Set').flatMap(({ targets = [] }) => targets.flatMap(symbolsIn)),
  ...all(tree, 'For').flatMap(({ name }) => symbolsIn(name)),
  ...[...all(tree, 'Macro'), ...all(tree, 'Caller')].flatMap(({ name, args }) => [
    ...symbolsIn(name),
    ...(args?.children ?? []).flatMap((arg) => (arg.typename === 'KeywordArgs' ? keysOf(arg) : symbolsIn(arg))),
  ]),
  ...all(tree, 'FromImport').flatMap(({ names }) =>
    (names?.children ?? []).flatMap((name) => symbolsIn(name.typename === 'Pair' ? nodeOf(name.value) : name)),
  ),
  ...all(tree, 'Import').flatMap(({ target }) => symbolsIn(target)),
]

const nodeOf = (value: unknown): Node | undefined => (isNode(value) ? value : undefined)
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'typename' in value
const keysOf = ({ children = [] }: Node): readonly Node[] => children.flatMap(({ key }) => (key ? [key] : []))

// Names of filters, tests and blocks, and keys of what a template makes itself.
const noReads = (tree: Node): readonly Node[] => [
  ...[...all(tree, 'Filter'), ...all(tree, 'Block')].flatMap(({ name }) => (name ? [name] : [])),
  ...all(tree, 'Pair').flatMap(({ key }) => (key ? [key] : [])),
  ...all(tree, 'Is').flatMap(({ right }) => [right, right?.name].flatMap((node) => (node ? [node] : []))),
]

const unknownTo = (given: ReadonlySet<string>, source: string): readonly string[] => {
  const tree = parse(source, [], {})
  const own = new Set(['loop', 'caller', ...bound(tree).map(wordOf)])
  const keys = new Set(all(tree, 'Pair').map(({ key }) => wordOf(key)))
  const skipped = new Set([...bound(tree), ...noReads(tree)])
  const read = all(tree, 'Symbol').filter((node) => !skipped.has(node) && !own.has(wordOf(node)))
  const fields = all(tree, 'LookupVal')
    .filter(({ target, val }) => wordOf(target) !== 'loop' && val?.typename === 'Literal')
    .map(({ val }) => wordOf(val))
    .filter((name) => name !== '' && !keys.has(name))
  return [...read.map(wordOf), ...fields].filter((name) => !given.has(name))
}

// A field of an object or a type, or a value that has a name: `title:`, `title?:`, `{ title }`, `title =`, `'title':`.
const named = /(?<![\w$'"`.-])([A-Za-z_]\w*)(?=\??:|,|\s*\}|\s*=)|['"]([A-Za-z_]\w*)['"](?=\s*:)/g

const given = new Set(
  sources('functions/').flatMap(({ text }) =>
    [...text.replaceAll(/\/\/.*$/gm, '').matchAll(named)].map(([, plain, quoted]) => plain ?? quoted ?? ''),
  ),
)

describe('a name that a template reads', () => {
  it('is one that the code gives a value to', () => {
    const names = globSync('views/**/*.njk')
    const lost = names.flatMap((name) =>
      unknownTo(given, readFileSync(name, 'utf8')).map((variable) => `${name}: ${variable}`),
    )
    expect([names.length > 50, lost]).toEqual([true, []])
  })

  it('is refused when a letter of it is wrong, by itself, in a condition, of a thing or of each of many', () => {
    const template = `{% from "x.njk" import row %}{% set mine = titel %}{% for one in linse %}{{ one.herf }}{{ mine }}{% endfor %}
      {% macro m(a, b=1) %}{{ a }}{{ b }}{% endmacro %}{% if shwon %}{{ row({ text: titel | safe }) }}{% endif %}{{ title }}`
    expect(new Set(unknownTo(given, template))).toEqual(new Set(['titel', 'linse', 'herf', 'shwon']))
  })
})
