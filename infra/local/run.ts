// `npm start`: the whole product on this machine. The real Lambda handlers behind a gateway; DynamoDB, S3, SNS and sign-in at local endpoints.
import { once } from 'node:events'
import { readdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { freePorts, keyIn, takeFolder } from './folder.ts'
import { type Host, startHost } from './host.ts'
import { plainly } from './process/plainly.ts'
import { startWatching } from './process/watch.ts'

const { values: asked } = parseArgs({
  options: {
    fresh: { type: 'boolean' },
    'no-seed': { type: 'boolean' },
    cases: { type: 'string' },
    built: { type: 'boolean' },
    watch: { type: 'boolean' },
  },
})

// This program watches, and another of the same starts and ends beneath it.
if (asked.watch === true) {
  const args = process.argv.slice(1).filter((arg) => arg !== '--watch')
  const again = args.filter((arg) => arg !== '--fresh')
  const { close } = startWatching({ args, again, folders: ['functions', 'views', 'infra/local'] })
  const ends = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
  await ends
  await close()
  process.exit(0)
}

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

// The engine ends with this process.
const giveUp = (error: unknown): never => {
  const words = plainly(error, directory)
  console.error(words ?? error)
  process.exit(1)
}

const countIn = (said = '0'): number => {
  if (/^\d{1,4}$/.test(said)) return Number(said)
  throw new Error('Say how many cases as a number, like --cases 200.')
}

const start = async (): Promise<Host> => {
  await takeFolder(directory)
  await freePorts(port, 5)
  if (asked.fresh === true)
    for (const name of readdirSync(directory)) rmSync(join(directory, name), { recursive: true, force: true })
  // Sessions outlive a restart: the key is made once and kept with the data.
  const secretKey = keyIn(
    join(directory, 'secret.key'),
    'If there is none, remove the file: everybody then signs in again, and applications are no longer found by phone.',
  )
  return startHost({
    ...{ port, directory, secretKey, built: asked.built === true, seed: asked['no-seed'] !== true },
    cases: countIn(asked.cases),
  })
}

const host = await start().catch(giveUp)
// An error that nobody caught is told; the product goes on where it can.
process.on('unhandledRejection', (error) => console.error(plainly(error, directory) ?? error))

let stopping = false
const stop = async (): Promise<void> => {
  if (stopping) return
  stopping = true
  await host.close()
  process.exit(0)
}
process.once('SIGINT', stop)
process.once('SIGTERM', stop)

console.log(`ready residents ${host.residents} staff ${host.staff} tools ${host.tools}`)
