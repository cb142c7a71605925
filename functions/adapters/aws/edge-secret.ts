// The edge secret where it is kept: read by the web functions, turned by the function that gives out a new one.
import * as v from 'valibot'
import { type EdgeSecret, goodAt } from '#domain/edge-secret.ts'
import type { EdgeSecretStore } from '#usecases/ports/edge.ts'
import type { Clock } from '#usecases/ports/stores.ts'
import { sameText } from '../system.ts'
import { type Secrets, SecretsManagerProblem, secretsIn } from './secrets-manager.ts'

type Env = Readonly<Record<string, string | undefined>>

// Milliseconds: how long what was read is believed, and how soon it is read again for a word that is not known.
const believed = 15 * 60_000
const soonest = 5_000

// A word that is not known may be a new one, so it is looked up, but no more than every five seconds: strangers cannot make us ask.
// While Secrets Manager does not answer, what was read last stays good.
export const knowsEdge = (env: Env, name: string, clock: Clock): ((said: string) => Promise<boolean>) => {
  const secrets = secretsIn(env)
  let known: { readonly secret: EdgeSecret; readonly at: number } | undefined
  const read = async (): Promise<void> => {
    const secret = await current(secrets, name)
    known = { secret, at: clock.now() }
  }
  const isGood = (said: string): boolean =>
    known !== undefined && goodAt(known.secret, clock.now()).some((good) => sameText(good, said))
  return async (said) => {
    const age = known === undefined ? Number.POSITIVE_INFINITY : clock.now() - known.at
    if (age > believed || (age > soonest && !isGood(said)))
      await read().catch((problem: unknown) => {
        if (known === undefined) throw problem
      })
    return isGood(said)
  }
}

const secret = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    sent: v.string(),
    next: v.exactOptional(v.string()),
    before: v.string(),
    until: v.string(),
  }),
)

const current = async (secrets: Secrets, SecretId: string): Promise<EdgeSecret> =>
  v.parse(secret, await secrets.text(SecretId))

export const edgeSecretStore = (env: Env, SecretId: string): EdgeSecretStore => {
  const secrets = secretsIn(env)
  return {
    current: () => current(secrets, SecretId),
    made: (version) => versionOf(secrets, SecretId, version),
    make: (version, value) => secrets.put({ SecretId, version, text: JSON.stringify(value) }),
    makeCurrent: async (version) => {
      const from = await secrets.versionAt(SecretId, 'AWSCURRENT')
      if (from === version) return
      const to = { VersionStage: 'AWSCURRENT', MoveToVersionId: version, RemoveFromVersionId: from }
      await secrets.move({ SecretId, ...to })
    },
  }
}

const versionOf = async (secrets: Secrets, SecretId: string, version: string): Promise<EdgeSecret | undefined> => {
  try {
    return v.parse(secret, await secrets.text(SecretId, version))
  } catch (problem) {
    if (problem instanceof SecretsManagerProblem && problem.name === 'ResourceNotFoundException') return undefined
    throw problem
  }
}
