// `npm start`: the whole product on this machine. The real Lambda handlers behind a gateway; DynamoDB, S3, SNS and sign-in at local endpoints.
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { startHost } from './host.ts'

const { values: asked } = parseArgs({
  options: { fresh: { type: 'boolean' }, 'no-seed': { type: 'boolean' }, built: { type: 'boolean' } },
})

// Bundles were checked when they were built.
if (asked.built !== true) {
  const { soundServices } = await import('#services/sound-services.ts')
  const faults = soundServices()
  if (faults.length > 0) {
    console.error(`These forms are not sound:\n${faults.join('\n')}`)
    process.exit(1)
  }
}

const port = Number(process.env.PORT ?? 3000)
const directory = resolve(process.env.DATA_DIR ?? '.local')
if (asked.fresh === true) rmSync(directory, { recursive: true, force: true })
mkdirSync(directory, { recursive: true })

// Sessions outlive a restart: the key is made once and kept with the data.
const secretKey = (): string => {
  const file = join(directory, 'secret.key')
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('base64'), { mode: 0o600 })
  return readFileSync(file, 'utf8')
}

const host = await startHost({
  port,
  directory,
  secretKey: secretKey(),
  built: asked.built === true,
  seed: asked['no-seed'] !== true,
})
console.log(`ready residents ${host.residents} staff ${host.staff} tools ${host.tools}`)

let stopping = false
const stop = async (): Promise<void> => {
  if (stopping) return
  stopping = true
  await host.close()
  process.exit(0)
}
process.once('SIGINT', stop)
process.once('SIGTERM', stop)
