// The citizen function as it is deployed, behind the local gateway, on the engine that the environment names.
import { startGateway } from '#infra/local/gateway.ts'

const [, , port = '0', bundle = ''] = process.argv

// Log lines go to CloudWatch in AWS; here they are made and thrown away.
process.stdout.write = () => true

const { default: citizen } = await import(bundle)
await startGateway({ port: Number(port), handler: citizen.handler, assets: '.built/assets', edgePage: () => '' })
process.once('SIGTERM', () => process.exit(0))
