// A release's own functions on three loopback ports, until its standard input ends: residents', staff's, and one that sends what is due when it is
// asked. It runs inside the tree of that release (before.ts), so all that it imports is of that day.
import { startGateway } from '#infra/local/gateway.ts'
import { buildViews } from '../../../views/build.ts'

await buildViews()
const { handler: citizen } = await import('#functions/citizen.ts')
const { handler: staff } = await import('#functions/staff.ts')
const { handler: sendTexts } = await import('#functions/send-texts.ts')

const swept = async () => {
  await sendTexts({ source: 'aws.scheduler' })
  return { statusCode: 204 }
}
const [residents, desk, texts] = process.argv.slice(2).map(Number)
for (const [port = 0, handler] of [
  [residents, citizen],
  [desk, staff],
  [texts, swept],
] as const)
  await startGateway({ port, handler, assets: '.built/assets', edgePage: (status) => `The function failed: ${status}` })

process.stdin.on('end', () => process.exit(0)).resume()
process.stdout.write('ready\n')
