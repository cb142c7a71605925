// Programs of others at the pool: each has a client of its own, a secret, and the scopes that the stage names.
import { App, Stack } from 'aws-cdk-lib'
import { Template } from 'aws-cdk-lib/assertions'
import { UserPool } from 'aws-cdk-lib/aws-cognito'
import { expect, it } from 'vitest'
import { apiClients } from '#infra/aws/parts/api-clients.ts'
import { type Stage, stages } from '#infra/aws/stages.ts'

const made = (programs: Stage['programs']) => {
  const stack = new Stack(new App(), 'Identity')
  apiClients(stack, new UserPool(stack, 'Staff'), { ...stages.production, programs })
  return Template.fromStack(stack)
}

it('each program has a client, which asks with its secret for its own scopes and for nothing else', () => {
  const scopes = ['guildhall/housing.read', 'guildhall/housing.note']
  const template = made([{ id: 'Repairs', name: 'Repairs contractor', scopes }])
  template.hasResourceProperties('AWS::Cognito::UserPoolClient', {
    ...{ GenerateSecret: true, AllowedOAuthFlows: ['client_credentials'], AllowedOAuthScopes: scopes },
    ...{ ExplicitAuthFlows: [], SupportedIdentityProviders: [] },
  })
  const known = JSON.stringify(template.findResources('AWS::SSM::Parameter'))
  for (const words of ['"none"', 'Repairs contractor']) expect(known).toContain(words)
})

it('a scope that there is not is refused before anything is deployed', () => {
  expect(() => made([{ id: 'Typo', name: 'Typo', scopes: ['guildhall/housing.raed'] }])).toThrow(
    'There is no scope guildhall/housing.raed for Typo',
  )
})
