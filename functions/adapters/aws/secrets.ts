// Secrets come from Secrets Manager when a function is first called, never from its environment (Lambda User Guide, "Use Secrets Manager
// secrets").
import * as v from 'valibot'
import { type Secrets, secretsIn } from './secrets-manager.ts'

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

// SECRETS_NAME names secrets by commas; each is a JSON object of texts: {"SECRET_KEY": "…"}.
const secretsFrom = async (env: Env, names: string): Promise<Readonly<Record<string, string>>> => {
  const secrets = secretsIn(env)
  const all = await Promise.all(names.split(',').map((name) => secretCalled(secrets, name)))
  return Object.assign({}, ...all)
}

const values = v.pipe(v.string(), v.parseJson(), v.record(v.string(), v.string()))

// Throws where it is anything but a JSON object of texts, naming nothing of it.
const secretCalled = async (secrets: Secrets, name: string): Promise<Readonly<Record<string, string>>> => {
  const parsed = v.safeParse(values, await secrets.text(name))
  if (!parsed.success) throw new Error(`The secret ${name} is not a JSON object of texts`)
  return parsed.output
}
