// The citizen function as it is deployed, behind the local gateway, on the engine that the environment names.
import { createRequire } from 'node:module'
import { type Handler, startGateway } from '#infra/local/gateway.ts'

const [, , port = '0', bundle = ''] = process.argv

// Log lines go to CloudWatch in AWS; here they are made and thrown away.
process.stdout.write = () => true

const { handler }: { readonly handler: Handler } = createRequire(bundle)(bundle)
void startGateway({ port: Number(port), handler, assets: '.built/assets', edgePage: () => '' })
process.once('SIGTERM', () => process.exit(0))
