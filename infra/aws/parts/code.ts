// A function's code as an asset. What V8 compiled of it differs in some bytes each time it is made, so it is known by its
// name alone: a deployment that changes nothing else uploads nothing.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { AssetHashType } from 'aws-cdk-lib'
import { Code } from 'aws-cdk-lib/aws-lambda'

export const codeIn = (folder: string): Code =>
  Code.fromAsset(folder, { assetHashType: AssetHashType.CUSTOM, assetHash: hashOf(folder) })

export const hashOf = (folder: string): string => {
  const hash = createHash('sha256')
  for (const { name, parentPath } of filesIn(folder)) {
    hash.update(`${parentPath.slice(folder.length)}/${name}\n`)
    if (!name.endsWith('.cache')) hash.update(readFileSync(join(parentPath, name)))
  }
  return hash.digest('hex')
}

const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .toSorted((a, b) => (join(a.parentPath, a.name) < join(b.parentPath, b.name) ? -1 : 1))
