// What Secrets Manager says when it is time for a new secret.
import * as v from 'valibot'
import { type TurnPorts, turnEdgeSecret } from '#usecases/running/turn-edge-secret.ts'

export const turnEdgeSecretHandler =
  (ports: TurnPorts) =>
  async (event: unknown): Promise<void> => {
    const { Step: step, ClientRequestToken: version } = v.parse(rotation, event)
    await turnEdgeSecret(ports, step, version)
  }

const rotation = v.object({
  Step: v.picklist(['createSecret', 'setSecret', 'testSecret', 'finishSecret']),
  ClientRequestToken: v.string(),
})
