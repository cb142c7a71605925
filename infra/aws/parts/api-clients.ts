// Programs that may ask the API: a client each at the pool, with the scopes that stages.ts gives it. Cognito makes the secrets.
import { Fn, type Stack } from 'aws-cdk-lib'
import { CfnUserPoolClient, CfnUserPoolResourceServer, type UserPool } from 'aws-cdk-lib/aws-cognito'
import { StringParameter } from 'aws-cdk-lib/aws-ssm'
import { apiName, clientDeeds, scopeOf } from '#domain/sharing/clients.ts'
import { services } from '#services/catalogue.ts'
import type { Stage } from '../stages.ts'

/** Gives the names of the parameters by which functions know them, and which of them are told of events. */
export const apiClients = (scope: Stack, { userPoolId }: UserPool, stage: Stage) => {
  const all = services.flatMap(({ id }) => clientDeeds.map((deed) => scopeOf(id, deed)))
  const server = new CfnUserPoolResourceServer(scope, 'Api', {
    ...{ userPoolId, identifier: apiName, name: 'Cases' },
    scopes: all.map((one) => ({ scopeName: one.slice(apiName.length + 1), scopeDescription: one })),
  })
  const clients = stage.programs.map(({ id, name, scopes, hook }) => {
    const unknown = scopes.filter((one) => !all.includes(one))
    if (unknown.length > 0) throw new Error(`There is no scope ${unknown.join(', ')} for ${name}`)
    const client = new CfnUserPoolClient(scope, `Program${id}`, {
      ...{ userPoolId, clientName: name, generateSecret: true },
      ...{ allowedOAuthFlowsUserPoolClient: true, allowedOAuthFlows: ['client_credentials'] },
      allowedOAuthScopes: [...scopes],
      // It asks with its secret and with nothing else: no person signs in by it.
      explicitAuthFlows: [],
      supportedIdentityProviders: [],
      enableTokenRevocation: true,
      accessTokenValidity: 60,
      tokenValidityUnits: { accessToken: 'minutes' },
    })
    client.addResourceDependency(server)
    return { id: client.ref, name, scopes, hook }
  })
  const known = clients.map(({ id, name }) => Fn.join('=', [id, name]))
  const told = clients.flatMap(({ id, hook, scopes }) =>
    hook === undefined ? [] : [Fn.join(' ', [id, hook.url, String(hook.secret), heardIn(scopes)])],
  )
  return {
    // A parameter holds something always.
    clients: kept(scope, `/guildhall/${stage.name}/api-clients`, Fn.join(',', ['none', ...known])),
    hooks: kept(scope, `/guildhall/${stage.name}/api-hooks`, Fn.join(' ', ['none - 0 -', ...told])),
  }
}

const kept = (scope: Stack, parameterName: string, stringValue: string): string => {
  new StringParameter(scope, `Known ${parameterName.split('/').at(-1)}`, { parameterName, stringValue })
  return parameterName
}

// As adapters/webhooks/known-hooks.ts reads it.
const heardIn = (scopes: readonly string[]): string =>
  services
    .filter(({ id }) => scopes.includes(scopeOf(id, 'events')))
    .map(({ id }) => id)
    .join('+')
