// A program of somebody else's that asks by the API, and what it may (docs/rules/sharing.md, "Clients").

export const clientDeeds = ['read', 'people', 'note', 'events'] as const
export type ClientDeed = (typeof clientDeeds)[number]

// How a scope is named at the identity provider: 'guildhall/housing.read'.
export const scopeOf = (service: string, deed: ClientDeed): string => `${apiName}/${service}.${deed}`

// The API's own name at the identity provider.
export const apiName = 'guildhall'

export type Client = {
  // The identity provider's id of it.
  readonly id: string
  // In the audit log.
  readonly name: string
  readonly scopes: ReadonlySet<string>
}

export const mayDo = ({ scopes }: Client, deed: ClientDeed, service: string): boolean =>
  scopes.has(scopeOf(service, deed))

/** Of these services those in which the client may do it. */
export const whereItMay = (client: Client, deed: ClientDeed, services: readonly string[]): readonly string[] =>
  services.filter((service) => mayDo(client, deed, service))

// As the audit log has it.
export const handOf = ({ name }: Client): string => `client:${name}`
