// Secrets come from Secrets Manager when a function is first called, never from its environment (Lambda User Guide, "Use Secrets Manager
// secrets"). Asked for with our own signature: the SDK's client would cost a start more than all the rest of it.
import { request as httpRequest } from 'node:http'
import { request as httpsRequest } from 'node:https'
import * as v from 'valibot'
import { credentialsIn, signedHeaders } from './sigv4.ts'

type Env = Readonly<Record<string, string | undefined>>

type Handler<Event, Context, Result> = (event: Event, context: Context) => Promise<Result>

// Where SECRETS_NAME is not set (a laptop, a test), the environment says all. A secret that could not be had is asked for again by the next
// call: this one fails, and whoever called tries again.
export const withSecrets = <Event, Context, Result>(
  env: Env,
  build: (env: Env) => Handler<Event, Context, Result>,
): Handler<Event, Context, Result> => {
  const name = env.SECRETS_NAME
  if (name === undefined) return build(env)
  let ready: Promise<Handler<Event, Context, Result>> | undefined
  const start = async () => build({ ...env, ...(await secretsFrom(env, name)) })
  return async (event, context) => {
    ready ??= start()
    ready.catch(() => {
      ready = undefined
    })
    return (await ready)(event, context)
  }
}

const values = v.pipe(v.string(), v.parseJson(), v.record(v.string(), v.string()))

// SecretString is a JSON object of texts: {"SECRET_KEY": "…"}. Throws on anything else, naming nothing of it.
export const secretsFrom = async (env: Env, name: string): Promise<Readonly<Record<string, string>>> => {
  const reply = v.safeParse(v.pipe(v.string(), v.parseJson(), answer), await asked(env, name))
  const parsed = v.safeParse(values, reply.success ? reply.output.SecretString : undefined)
  if (!parsed.success) throw new Error(`The secret ${name} is not a JSON object of texts`)
  return parsed.output
}

const answer = v.object({ SecretString: v.string() })

const asked = (env: Env, name: string): Promise<string> => {
  const region = env.AWS_REGION ?? 'eu-west-2'
  const url = new URL(env.SECRETS_ENDPOINT ?? `https://secretsmanager.${region}.amazonaws.com`)
  const body = JSON.stringify({ SecretId: name })
  const headers = signedHeaders({
    credentials: credentialsIn(env),
    region,
    service: 'secretsmanager',
    host: url.host,
    body,
    headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': 'secretsmanager.GetSecretValue' },
    now: Date.now(),
  })
  return replyTo(url, headers, body)
}

const replyTo = (url: URL, headers: Readonly<Record<string, string>>, body: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const start = url.protocol === 'https:' ? httpsRequest : httpRequest
    const request = start(url, { method: 'POST', headers: { ...headers }, timeout: 2000 }, (reply) => {
      const chunks: Buffer[] = []
      reply.on('data', (chunk: Buffer) => chunks.push(chunk))
      reply.once('error', reject)
      reply.once('end', () =>
        reply.statusCode === 200
          ? resolve(Buffer.concat(chunks).toString('utf8'))
          : reject(new Error(`Secrets Manager answered ${reply.statusCode}`)),
      )
    })
    request.once('timeout', () => request.destroy(new Error('Secrets Manager did not answer in time')))
    request.once('error', reject)
    request.end(body)
  })
