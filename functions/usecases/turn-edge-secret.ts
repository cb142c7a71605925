// A new edge secret in the steps of Secrets Manager's rotation; each may come again after it was done (Secrets Manager User Guide,
// "Lambda rotation functions"). The functions are told before CloudFront is: never a moment when an honest request is turned away.
import { turned } from '#domain/edge-secret.ts'
import type { Clock, EdgeSecretStore, Ids } from './ports.ts'

export type TurnPorts = {
  readonly clock: Clock
  readonly ids: Pick<Ids, 'secret'>
  readonly secret: EdgeSecretStore
  // Tells every distribution what to say from now on.
  readonly tell: (sent: string) => Promise<void>
}

export type RotationStep = 'createSecret' | 'setSecret' | 'testSecret' | 'finishSecret'

export const turnEdgeSecret = async (ports: TurnPorts, step: RotationStep, version: string): Promise<void> => {
  const made = await ports.secret.made(version)
  if (step === 'createSecret' && made === undefined) {
    const next = turned(await ports.secret.current(), ports.ids.secret(), ports.clock.now())
    await ports.secret.make(version, next)
  }
  if (step !== 'finishSecret') return
  if (made === undefined) throw new Error('There is no new edge secret to finish with')
  await ports.secret.makeCurrent(version)
  await ports.tell(made.sent)
}
