// `npm run sbom`: what is deployed of others, as CycloneDX, from the lockfile by npm itself. Writes .built/sbom.cdx.json.
import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'

const asked = ['sbom', '--sbom-format=cyclonedx', '--omit=dev']
const { status, stdout, stderr } = spawnSync('npm', asked, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
if (status !== 0) throw new Error(`npm could not list what is deployed: ${stderr}`)
const { components }: { readonly components: readonly unknown[] } = JSON.parse(stdout)
mkdirSync('.built', { recursive: true })
writeFileSync('.built/sbom.cdx.json', stdout)
process.stdout.write(`.built/sbom.cdx.json: ${components.length} components\n`)
