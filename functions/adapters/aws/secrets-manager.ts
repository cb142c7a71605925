// Secrets Manager over its own protocol, AWS JSON 1.1: three calls in a function's life need no client of 200 KB.

import { askOnce } from './ask-once.ts'
import { credentialsIn, signedHeaders } from './sigv4.ts'

type Env = Readonly<Record<string, string | undefined>>

type Operation = 'GetSecretValue' | 'PutSecretValue' | 'DescribeSecret' | 'UpdateSecretVersionStage'

// The reply's JSON. Throws SecretsManagerProblem, by its own name for it, on anything but 200.
export const askSecretsManager = async (env: Env, operation: Operation, input: object): Promise<string> => {
  const region = env.AWS_REGION ?? 'eu-west-2'
  const url = new URL(env.SECRETS_ENDPOINT ?? `https://secretsmanager.${region}.amazonaws.com`)
  const body = JSON.stringify(input)
  const headers = signedHeaders({
    credentials: credentialsIn(env),
    region,
    service: 'secretsmanager',
    host: url.host,
    body,
    headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': `secretsmanager.${operation}` },
    now: Date.now(),
  })
  const { status, text } = await askOnce({ url, method: 'POST', headers, body })
  if (status !== 200) throw new SecretsManagerProblem(status, text)
  return text
}

export class SecretsManagerProblem extends Error {
  constructor(status: number, text: string) {
    super(`Secrets Manager answered ${status}`)
    this.name = /"__type":"(?:[^"#]*#)?(\w+)"/.exec(text)?.[1] ?? 'SecretsManagerProblem'
  }
}
