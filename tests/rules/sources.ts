// The product's own sources, for rules that read them.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'

export type Source = { readonly path: string; readonly text: string; readonly imports: readonly string[] }

const files = (pattern: string): readonly string[] =>
  execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', pattern], { encoding: 'utf8' })
    .split('\n')
    .filter((path) => path !== '')

export const sources = (folder: string): readonly Source[] =>
  files(`${folder}**/*.ts`)
    .concat(files(`${folder}*.ts`))
    .filter((path, index, all) => all.indexOf(path) === index && !path.endsWith('.d.ts'))
    .flatMap((path) => {
      try {
        const text = readFileSync(path, 'utf8')
        return [{ path, text, imports: importsOf(path, text) }]
      } catch {
        // Deleted, and not yet committed.
        return []
      }
    })

// Paths from the top of the tree for our own files, package names for others. Type-only imports count: a layer is a layer.
const importsOf = (path: string, text: string): readonly string[] =>
  [
    ...text.matchAll(/^(?:import|export)\b[^;'"]*?\bfrom\s+['"]([^'"]+)['"]/gm),
    ...text.matchAll(/^import ['"]([^'"]+)['"]/gm),
    ...text.matchAll(/\bimport\(['"]([^'"]+)['"]\)/g),
  ].map((found) => resolved(path, found[1] ?? ''))

const resolved = (from: string, name: string): string => {
  if (name.startsWith('.')) return normalize(join(dirname(from), name))
  const [, alias = '', rest = ''] = /^#(\w+)\/(.+)$/.exec(name) ?? []
  if (alias === '') return name
  if (alias === 'functions') return `functions/${rest}`
  return ['infra', 'tests'].includes(alias)
    ? `${alias}/${rest}`
    : alias === 'built'
      ? `.built/${rest}`
      : `functions/${alias}/${rest}`
}
