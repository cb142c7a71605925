// Who we are, for GOV.UK Notify: a JSON Web Token signed with the key's secret, good for 30 seconds
// (docs.notifications.service.gov.uk, REST API, "Authorization header").
import { createHmac } from 'node:crypto'

export type NotifyKey = { readonly service: string; readonly secret: string }

// name-service-secret: the last 73 letters are two UUIDs; a name may itself have hyphens.
export const notifyKeyIn = (apiKey: string): NotifyKey | undefined => {
  const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
  const [, service, secret] = new RegExp(`(${uuid})-(${uuid})$`).exec(apiKey.trim()) ?? []
  return service === undefined || secret === undefined ? undefined : { service, secret }
}

export const notifyTokenFor = ({ service, secret }: NotifyKey, now: number): string => {
  const said = [
    { typ: 'JWT', alg: 'HS256' },
    { iss: service, iat: Math.floor(now / 1000) },
  ]
  const signed = said.map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`
}
