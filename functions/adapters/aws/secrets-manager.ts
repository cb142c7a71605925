// Secrets Manager through its official client: what a secret says, and what else a rotation asks.
import {
  DescribeSecretCommand,
  GetSecretValueCommand,
  PutSecretValueCommand,
  SecretsManagerClient,
  SecretsManagerServiceException,
  UpdateSecretVersionStageCommand,
} from '@aws-sdk/client-secrets-manager'
import { awsIn, clientSettings, lightened } from './clients.ts'
import { retries } from './retries.ts'

type Env = Readonly<Record<string, string | undefined>>

export type Secrets = {
  // Of the version that is current, unless one is named.
  readonly text: (SecretId: string, VersionId?: string) => Promise<string | undefined>
  readonly put: (input: { readonly SecretId: string; readonly version: string; readonly text: string }) => Promise<void>
  // The version that holds the stage.
  readonly versionAt: (SecretId: string, stage: string) => Promise<string | undefined>
  readonly move: (input: Move) => Promise<void>
}

type Move = {
  readonly SecretId: string
  readonly VersionStage: string
  readonly MoveToVersionId: string
  readonly RemoveFromVersionId: string | undefined
}

/** Each throws SecretsManagerProblem, by Secrets Manager's own name for it and without its message. */
export const secretsIn = (env: Env): Secrets => {
  const client = clientIn(env)
  return {
    text: async (SecretId, VersionId) => {
      const asked = new GetSecretValueCommand({ SecretId, ...(VersionId === undefined ? {} : { VersionId }) })
      return (await told(client.send(asked))).SecretString
    },
    put: async ({ SecretId, version: ClientRequestToken, text: SecretString }) => {
      const input = { SecretId, ClientRequestToken, SecretString, VersionStages: ['AWSPENDING'] }
      await told(client.send(new PutSecretValueCommand(input)))
    },
    versionAt: async (SecretId, stage) => {
      const { VersionIdsToStages: stages = {} } = await told(client.send(new DescribeSecretCommand({ SecretId })))
      return Object.entries(stages).find(([, names]) => names.includes(stage))?.[0]
    },
    move: async (input) => {
      await told(client.send(new UpdateSecretVersionStageCommand(input)))
    },
  }
}

// As long as a page may wait for a key of its answers (kms.ts).
const patienceMs = 2000

const clientIn = (env: Env): SecretsManagerClient => {
  const settings = awsIn(env, 'secretsmanager', env.SECRETS_ENDPOINT)
  const client = new SecretsManagerClient(clientSettings(settings, 'secretsmanager').again)
  lightened(client.middlewareStack, retries(patienceMs))
  return client
}

export class SecretsManagerProblem extends Error {
  constructor(name: string) {
    super(`Secrets Manager answered ${name}`)
    this.name = name
  }
}

const told = async <Output>(reply: Promise<Output>): Promise<Output> => {
  try {
    return await reply
  } catch (error) {
    throw new SecretsManagerProblem(error instanceof SecretsManagerServiceException ? error.name : 'NoReply')
  }
}
