// Programs that may ask the API: a client each at the pool, with the scopes that stages.ts gives it. Cognito makes the secrets.
import { Fn, type Stack } from 'aws-cdk-lib'
import { CfnUserPoolClient, CfnUserPoolResourceServer, type UserPool } from 'aws-cdk-lib/aws-cognito'
import { StringParameter } from 'aws-cdk-lib/aws-ssm'
import { apiName, clientDeeds, scopeOf } from '#domain/sharing/clients.ts'
import { services } from '#services/catalogue.ts'
import type { Stage } from '../stages.ts'

/** Gives the name of the parameter by which the API's function knows them. */
export const apiClients = (scope: Stack, { userPoolId }: UserPool, stage: Stage): string => {
  const known = services.flatMap(({ id }) => clientDeeds.map((deed) => scopeOf(id, deed)))
  const server = new CfnUserPoolResourceServer(scope, 'Api', {
    ...{ userPoolId, identifier: apiName, name: 'Cases' },
    scopes: known.map((one) => ({ scopeName: one.slice(apiName.length + 1), scopeDescription: one })),
  })
  const clients = stage.programs.map(({ id, name, scopes }) => {
    const unknown = scopes.filter((one) => !known.includes(one))
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
    return Fn.join('=', [client.ref, name])
  })
  const parameterName = `/guildhall/${stage.name}/api-clients`
  // A parameter holds something always.
  new StringParameter(scope, 'Known programs', { parameterName, stringValue: Fn.join(',', ['none', ...clients]) })
  return parameterName
}
