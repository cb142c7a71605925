// The licences of what a bundle carries of others, beside the bundle: most ask that their words go with every copy.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export type ThirdParty = {
  readonly name: string
  readonly version: string
  // As the package names it: 'MIT'.
  readonly licence: string
  readonly words: string
}

export const noticesFile = 'THIRD-PARTY-NOTICES.txt'

/** The packages among a bundle's inputs, each once. Throws on one that says nothing of its licence. `top`: the repository. */
export const thirdParties = (inputs: readonly string[], top: string): readonly ThirdParty[] =>
  [...new Set(inputs.flatMap(folderOf))].toSorted().map((folder) => thirdParty(join(top, folder)))

export const packageNotices = (parties: readonly ThirdParty[]): string =>
  parties
    .map(({ name, version, licence, words }) => `${name} ${version}: ${licence}\n\n${words}\n`)
    .join(`\n${line}\n\n`)

const line = '-'.repeat(80)

// 'node_modules/@middy/core', or a package within a package.
const folderOf = (input: string): readonly string[] => {
  const folder = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0]
  return folder === undefined ? [] : [folder]
}

const thirdParty = (folder: string): ThirdParty => {
  const said: { readonly name?: string; readonly version?: string; readonly license?: string } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  )
  const { name = '', version = '', license: licence } = said
  if (licence === undefined) throw new Error(`${name} says nothing of its licence: it cannot be deployed`)
  const words = readdirSync(folder)
    .filter((file) => /^(licen[cs]e|notice|copying)/i.test(file))
    .toSorted()
    .map((file) => readFileSync(join(folder, file), 'utf8').trim())
  return { name, version, licence, words: words.join('\n\n') || `Licensed under ${licence}.` }
}
