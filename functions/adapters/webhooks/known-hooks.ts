// Which clients are told of events, as the settings name them, each with the secrets that its webhooks are signed with. A secret is made of our
// own key and of a number: nothing is kept of it, and the next number is another one.
import { scopeOf } from '#domain/sharing/clients.ts'
import type { Hook } from '#usecases/ports/sharing/hooks.ts'
import type { Keys } from '#usecases/ports/stores.ts'

type Given = { readonly clients: ReadonlyMap<string, string>; readonly said: string; readonly keys: Keys }

// `said`: 'id url number service+service', one behind the other with spaces between.
export const hooksIn = ({ clients, said, keys }: Given): readonly Hook[] => {
  const parts = said.split(' ').filter((part) => part !== '')
  return Array.from({ length: Math.floor(parts.length / 4) }, (_, at) => parts.slice(at * 4, at * 4 + 4)).flatMap(
    ([id = '', url = '', number = '', services = '']) => {
      const name = clients.get(id)
      const scopes = new Set(services.split('+').map((service) => scopeOf(service, 'events')))
      return name === undefined
        ? []
        : [{ client: { id, name, scopes }, url, secrets: secretsOf(keys, id, Number(number)) }]
    },
  )
}

// While a number is new the one before counts too.
const secretsOf = (keys: Keys, id: string, number: number): readonly string[] =>
  [number, number - 1].filter((one) => one > 0).map((one) => secretOf(keys, id, one))

const secretOf = (keys: Keys, id: string, number: number): string =>
  `whsec_${Buffer.from(keys.hash('hook-secret', `${id}/${number}`), 'base64url').toString('base64')}`
