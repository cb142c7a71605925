// What stands between CloudFront and the web functions: how they know it, and how the secret between them turns.
import { cloudFront } from '#adapters/aws/cloudfront.ts'
import { edgeSecretStore, knowsEdge } from '#adapters/aws/edge-secret.ts'
import { systemClock, systemIds } from '#adapters/system.ts'
import type { TurnPorts } from '#usecases/running/turn-edge-secret.ts'
import type { KnowsEdge } from '#web/edge.ts'

type Env = Readonly<Record<string, string | undefined>>

// Undefined on a laptop, where the gateway stands for CloudFront.
export const edgeFrom = (env: Env): KnowsEdge | undefined =>
  env.EDGE_SECRET_NAME === undefined ? undefined : knowsEdge(env, env.EDGE_SECRET_NAME, systemClock())

export const turnEdgeSecretFrom = (env: Env): TurnPorts => ({
  clock: systemClock(),
  ids: systemIds(),
  secret: edgeSecretStore(env, env.EDGE_SECRET_NAME ?? ''),
  edges: cloudFront(env, (env.DISTRIBUTION_IDS ?? '').split(',')),
})
