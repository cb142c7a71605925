// A new edge secret in the steps of Secrets Manager's rotation; each may come again after it was done (Secrets Manager User
// Guide, "Lambda rotation functions"). CloudFront is told a word that the functions take already, and only then does the
// turn count: one that broke anywhere leaves a site that is open, and the next one comes to the same word.
import { isStale, secretTurned } from '#domain/edge-secret.ts'
import type { EdgeSecretStore, Edges } from '../ports/edge.ts'
import type { Clock, Ids } from '../ports/stores.ts'

export type TurnPorts = {
  readonly clock: Clock
  readonly ids: Pick<Ids, 'secret'>
  readonly secret: EdgeSecretStore
  readonly edges: Edges
}

export type RotationStep = 'createSecret' | 'setSecret' | 'testSecret' | 'finishSecret'

export const turnEdgeSecret = async (ports: TurnPorts, step: RotationStep, version: string): Promise<void> => {
  if (step === 'createSecret') return create(ports, version)
  const made = await ports.secret.made(version)
  if (made === undefined) throw new Error('There is no new edge secret to go on with')
  if (step === 'setSecret') return ports.edges.tell(made.sent)
  if (!(await ports.edges.told(made.sent))) throw new Error('CloudFront was not told of the new edge secret')
  if (step === 'testSecret') return
  if (isStale(made, ports.clock.now())) throw new Error('This turn began too long ago: cancel it and turn again')
  await ports.secret.makeCurrent(version)
}

// Two turns within minutes would leave edges behind that still say the word before the last.
const create = async ({ clock, ids, secret, edges }: TurnPorts, version: string): Promise<void> => {
  if ((await secret.made(version)) !== undefined) return
  if (!(await edges.settled()))
    throw new Error('CloudFront’s edges still learn of the last turn: turn again in minutes')
  await secret.make(version, secretTurned(await secret.current(), ids.secret(), clock.now()))
}
