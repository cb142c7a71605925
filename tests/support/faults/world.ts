// A world whose storage, keys and phone can fail: nothing goes wrong until a rule says so, and the checker reads past the proxy.

import type { Engine } from '#infra/local/dynamo.ts'
import { type Endpoints, startWorld, type World } from '#tests/support/worlds/world.ts'
import { type FaultProxy, faultProxy } from './proxy.ts'

export type FaultyWorld = World & {
  readonly dynamo: FaultProxy
  readonly sns: FaultProxy
  readonly kms: FaultProxy
  readonly notify: FaultProxy
  // Storage itself, for who only looks.
  readonly directEndpoint: string
}

export const startFaultyWorld = async (given: {
  readonly seed: number
  readonly engine?: Engine
}): Promise<FaultyWorld> => {
  const proxies: { dynamo: FaultProxy; sns: FaultProxy; kms: FaultProxy; notify: FaultProxy; direct: Endpoints }[] = []
  const world = await startWorld({
    ...(given.engine === undefined ? {} : { engine: given.engine }),
    through: async (direct) => {
      const dynamo = await faultProxy(direct.dynamo, given.seed)
      const sns = await faultProxy(direct.sns, given.seed + 1)
      const kms = await faultProxy(direct.kms, given.seed + 2)
      const notify = await faultProxy(direct.notify, given.seed + 3)
      proxies.push({ dynamo, sns, kms, notify, direct })
      return { dynamo: dynamo.endpoint, sns: sns.endpoint, kms: kms.endpoint, notify: notify.endpoint }
    },
  })
  const [around] = proxies
  if (around === undefined) throw new Error('The world started without its proxies')
  const { dynamo, sns, kms, notify } = around
  return {
    ...world,
    ...{ dynamo, sns, kms, notify, directEndpoint: around.direct.dynamo },
    close: async () => {
      await Promise.all([dynamo.close(), sns.close(), kms.close(), notify.close()])
      await world.close()
    },
  }
}
