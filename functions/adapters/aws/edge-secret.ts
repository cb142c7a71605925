// The edge secret where it is kept: read by the web functions, turned by the function that gives out a new one.
import * as v from 'valibot'
import { type EdgeSecret, goodAt } from '#domain/edge-secret.ts'
import type { EdgeSecretStore } from '#usecases/ports/edge.ts'
import type { Clock } from '#usecases/ports/stores.ts'
import { sameText } from '../system.ts'
import { askSecretsManager, SecretsManagerProblem } from './secrets-manager.ts'

type Env = Readonly<Record<string, string | undefined>>

// Milliseconds: how long what was read is believed, and how soon it is read again for a word that is not known.
const believed = 15 * 60_000
const soonest = 5_000

// A word that is not known may be a new one, so it is looked up, but no more than every five seconds: strangers cannot make us ask.
// While Secrets Manager does not answer, what was read last stays good.
export const knowsEdge = (env: Env, name: string, clock: Clock): ((said: string) => Promise<boolean>) => {
  let known: { readonly secret: EdgeSecret; readonly at: number } | undefined
  const read = async (): Promise<void> => {
    const secret = await current(env, name)
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

const answer = v.pipe(v.string(), v.parseJson(), v.object({ SecretString: v.string() }))
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

const secretIn = (reply: string): EdgeSecret => v.parse(secret, v.parse(answer, reply).SecretString)

const current = async (env: Env, SecretId: string): Promise<EdgeSecret> =>
  secretIn(await askSecretsManager(env, 'GetSecretValue', { SecretId }))

const described = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({ VersionIdsToStages: v.record(v.string(), v.array(v.string())) }),
)

export const edgeSecretStore = (env: Env, SecretId: string): EdgeSecretStore => ({
  current: () => current(env, SecretId),
  made: (version) => versionOf(env, SecretId, version),
  make: async (ClientRequestToken, value) => {
    const SecretString = JSON.stringify(value)
    const input = { SecretId, ClientRequestToken, SecretString, VersionStages: ['AWSPENDING'] }
    await askSecretsManager(env, 'PutSecretValue', input)
  },
  makeCurrent: async (version) => {
    const reply = await askSecretsManager(env, 'DescribeSecret', { SecretId })
    const stages = Object.entries(v.parse(described, reply).VersionIdsToStages)
    const from = stages.find(([, names]) => names.includes('AWSCURRENT'))?.[0]
    if (from === version) return
    const input = { SecretId, VersionStage: 'AWSCURRENT', MoveToVersionId: version, RemoveFromVersionId: from }
    await askSecretsManager(env, 'UpdateSecretVersionStage', input)
  },
})

const versionOf = async (env: Env, SecretId: string, VersionId: string): Promise<EdgeSecret | undefined> => {
  try {
    return secretIn(await askSecretsManager(env, 'GetSecretValue', { SecretId, VersionId }))
  } catch (problem) {
    if (problem instanceof SecretsManagerProblem && problem.name === 'ResourceNotFoundException') return undefined
    throw problem
  }
}
