// What each distribution of CloudFront says to our functions with every request, in the header
// x-from-edge: one value of its configuration is changed, and the rest goes back as it came.
import {
  CloudFrontClient,
  type DistributionConfig,
  GetDistributionCommand,
  GetDistributionConfigCommand,
  type Origin,
  UpdateDistributionCommand,
} from '@aws-sdk/client-cloudfront'
import type { Edges } from '#usecases/ports/edge.ts'
import { clientSettings, credentialsIn, lightened } from './clients.ts'
import { retries } from './retries.ts'

type Env = Readonly<Record<string, string | undefined>>

export const cloudFront = (env: Env, distributionIds: readonly string[]): Edges => {
  const client = clientIn(env)
  return {
    tell: async (secret) => {
      for (const Id of distributionIds) await sayFrom(client, Id, secret)
    },
    told: async (secret) => {
      const all = distributionIds.map((Id) => told(client.send(new GetDistributionConfigCommand({ Id }))))
      return (await Promise.all(all)).every(({ DistributionConfig: config }) => says(config, secret))
    },
    // 'InProgress' until every edge knows the last change (CloudFront API reference, Distribution).
    settled: async () => {
      const all = distributionIds.map((Id) => told(client.send(new GetDistributionCommand({ Id }))))
      return (await Promise.all(all)).every(({ Distribution: one }) => one?.Status === 'Deployed')
    },
  }
}

// CloudFront is of no region; its requests are signed for us-east-1.
const clientIn = (env: Env): CloudFrontClient => {
  const endpoint = env.CLOUDFRONT_ENDPOINT ?? 'https://cloudfront.amazonaws.com'
  const settings = { endpoint, region: 'us-east-1', credentials: credentialsIn(env) }
  const client = new CloudFrontClient(clientSettings(settings, 'cloudfront').again)
  lightened(client.middlewareStack, retries())
  return client
}

// Whoever changed it meanwhile stops us by the ETag, and the next turn of the rotation does it.
const sayFrom = async (client: CloudFrontClient, Id: string, secret: string): Promise<void> => {
  const { DistributionConfig: config, ETag } = await told(client.send(new GetDistributionConfigCommand({ Id })))
  if (says(config, secret)) return
  const changed = saying(config, secret)
  await told(client.send(new UpdateDistributionCommand({ Id, IfMatch: ETag, DistributionConfig: changed })))
}

const header = 'x-from-edge'

const says = (config: DistributionConfig | undefined, secret: string): boolean => {
  const said = saidBy(config)
  return said.length > 0 && said.every((value) => value === secret)
}

const saidBy = (config: DistributionConfig | undefined): readonly (string | undefined)[] =>
  (config?.Origins?.Items ?? [])
    .flatMap(({ CustomHeaders: headers }) => headers?.Items ?? [])
    .flatMap(({ HeaderName: name, HeaderValue: value }) => (name === header ? [value] : []))

export const saying = (config: DistributionConfig | undefined, secret: string): DistributionConfig => {
  if (!/^[\w-]+$/.test(secret)) throw new Error('An edge secret is letters and digits')
  if (config?.Origins === undefined || saidBy(config).length === 0)
    throw new Error('The distribution names no edge secret')
  const origins = (config.Origins.Items ?? []).map((origin) => withHeader(origin, secret))
  return { ...config, Origins: { ...config.Origins, Items: origins } }
}

const withHeader = (origin: Origin, secret: string): Origin => {
  const { CustomHeaders: headers } = origin
  if (headers?.Items === undefined) return origin
  const items = headers.Items.map((one) => (one.HeaderName === header ? { ...one, HeaderValue: secret } : one))
  return { ...origin, CustomHeaders: { ...headers, Items: items } }
}

// Its own name for it, never its message, which may quote the configuration.
const told = async <Output>(reply: Promise<Output>): Promise<Output> => {
  try {
    return await reply
  } catch (error) {
    throw new Error(`CloudFront answered ${error instanceof Error ? error.name : 'nothing'}`)
  }
}
