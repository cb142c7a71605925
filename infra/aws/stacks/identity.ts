// How staff sign in: a Cognito pool that knows nobody itself and sends everybody to the council's own identity provider.
import { Duration, RemovalPolicy, SecretValue, Stack } from 'aws-cdk-lib'
import {
  CfnManagedLoginBranding,
  CfnUserPoolClient,
  CfnUserPoolDomain,
  CfnUserPoolIdentityProvider,
  FeaturePlan,
  Mfa,
  StringAttribute,
  UserPool,
} from 'aws-cdk-lib/aws-cognito'
import { Secret } from 'aws-cdk-lib/aws-secretsmanager'
import { StringParameter } from 'aws-cdk-lib/aws-ssm'
import type { Construct } from 'constructs'
import { acknowledge } from '../parts/acknowledge.ts'
import { apiClients } from '../parts/api-clients.ts'
import type { Ground } from '../parts/ground.ts'
import { hostsOf, region, type Stage, secretNames } from '../stages.ts'
import type { DataStack } from './data.ts'

export class IdentityStack extends Stack {
  // OIDC_ISSUER and OIDC_CLIENT_ID of the staff function.
  readonly settings: (scope: Stack) => Readonly<Record<string, string>>
  // API_CLIENTS and API_HOOKS: programs, and which of them are told of events.
  readonly programs: (scope: Stack) => Readonly<Record<string, string>>
  // With OIDC_ISSUER, for the API's function.
  readonly apiSettings: (scope: Stack) => Readonly<Record<string, string>>
  // OIDC_CLIENT_SECRET.
  readonly secret: Secret

  constructor(scope: Construct, id: string, { account, ground }: DataStack) {
    super(scope, id, { env: { account, region }, terminationProtection: true })
    const pool = poolOf(this)
    const council = councilOf(this, pool, ground)
    const client = clientOf(this, pool, ground)
    client.addResourceDependency(council)
    pagesOf(this, pool, client, `guildhall-${ground.stage.name}-${account}`)
    this.secret = secretOf(this, client, ground)
    const parameterName = knownAs(this, client, ground)
    this.settings = (scope) => ({
      OIDC_ISSUER: pool.userPoolProviderUrl,
      OIDC_CLIENT_ID: StringParameter.valueForStringParameter(scope, parameterName),
    })
    const programs = apiClients(this, pool, ground.stage)
    this.programs = (scope) => ({
      API_CLIENTS: StringParameter.valueForStringParameter(scope, programs.clients),
      API_HOOKS: StringParameter.valueForStringParameter(scope, programs.hooks),
    })
    this.apiSettings = (scope) => ({ OIDC_ISSUER: pool.userPoolProviderUrl, ...this.programs(scope) })
  }
}

const poolOf = (scope: Stack): UserPool => {
  const pool = new UserPool(scope, 'Staff', {
    selfSignUpEnabled: false,
    signInAliases: { email: true },
    // The council's provider asks for it. Should anybody ever be put into the pool by hand, they need it here.
    mfa: Mfa.REQUIRED,
    mfaSecondFactor: { otp: true, sms: false },
    passwordPolicy: {
      minLength: 16,
      requireLowercase: true,
      requireUppercase: true,
      requireDigits: true,
      requireSymbols: true,
      tempPasswordValidity: Duration.days(1),
    },
    deletionProtection: true,
    // As adapters/identity.ts reads them.
    customAttributes: { roles: new StringAttribute({ mutable: true }), teams: new StringAttribute({ mutable: true }) },
    featurePlan: FeaturePlan.ESSENTIALS,
    removalPolicy: RemovalPolicy.RETAIN,
  })
  acknowledge(pool, {
    'AwsSolutions-COG8': 'Nobody has a password here: the council’s identity provider judges each sign-in.',
  })
  return pool
}

// The newer pages: the classic ones do not know `prompt=login`, by which the next person at a shared computer is asked who they are (Cognito
// Developer Guide, "The redirect and authorization endpoint"). Without a look of their own these pages do not open at all.
const pagesOf = (scope: Stack, { userPoolId }: UserPool, client: CfnUserPoolClient, domain: string): void => {
  new CfnUserPoolDomain(scope, 'Domain', { userPoolId, domain, managedLoginVersion: 2 })
  new CfnManagedLoginBranding(scope, 'Look', { userPoolId, clientId: client.ref, useCognitoProvidedValues: true })
}

// Made by hand before the first deployment (infra/README.md): {"client_secret": "…"}.
const councilOf = (scope: Stack, pool: UserPool, { stage }: Ground): CfnUserPoolIdentityProvider =>
  new CfnUserPoolIdentityProvider(scope, 'Council', {
    userPoolId: pool.userPoolId,
    providerName: 'council',
    providerType: 'OIDC',
    providerDetails: {
      client_id: stage.identityProvider.clientId,
      client_secret: SecretValue.secretsManager(secretNames(stage).identityProvider, {
        jsonField: 'client_secret',
        ...(stage.identityProvider.secretVersion === undefined
          ? {}
          : { versionId: stage.identityProvider.secretVersion }),
      }).unsafeUnwrap(),
      oidc_issuer: stage.identityProvider.issuer,
      authorize_scopes: 'openid profile email',
      attributes_request_method: 'GET',
    },
    // Roles are the provider's app roles, not its groups: a long list of groups arrives as a link instead of a list.
    attributeMapping: {
      name: 'name',
      email: 'email',
      phone_number: 'phone_number',
      'custom:roles': 'roles',
      'custom:teams': 'teams',
    },
  })

const attributes = ['name', 'email', 'phone_number', 'custom:roles', 'custom:teams'] as const

const clientOf = (scope: Stack, pool: UserPool, { stage }: Ground): CfnUserPoolClient => {
  const staff = `https://${hostsOf(stage).staff}`
  return new CfnUserPoolClient(scope, clientId(stage), {
    userPoolId: pool.userPoolId,
    generateSecret: true,
    supportedIdentityProviders: ['council'],
    allowedOAuthFlowsUserPoolClient: true,
    allowedOAuthFlows: ['code'],
    allowedOAuthScopes: ['openid', 'profile', 'email', 'phone'],
    callbackUrLs: [`${staff}/sign-in/callback`],
    logoutUrLs: [`${staff}/signed-out`],
    // Cognito writes what it maps through the client that somebody signs in by: without the right to write custom attributes
    // nobody has a role (Cognito Developer Guide, "Attribute permissions and scopes").
    readAttributes: [...attributes],
    writeAttributes: [...attributes],
    explicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH'],
    preventUserExistenceErrors: 'ENABLED',
    enableTokenRevocation: true,
    // A working day: who has left the council yesterday is out today.
    refreshTokenValidity: 10,
    // Every five minutes a session asks with it who its person is now (usecases/casework/sign-in.ts).
    accessTokenValidity: 10,
    idTokenValidity: 15,
    tokenValidityUnits: { refreshToken: 'hours', accessToken: 'hours', idToken: 'minutes' },
  })
}

// By a parameter, not by an export: a new client has another id, and an export in use cannot change.
const knownAs = (scope: Stack, { ref: stringValue }: CfnUserPoolClient, { stage }: Ground): string => {
  const parameterName = `/guildhall/${stage.name}/staff-client`
  new StringParameter(scope, 'Known client', { parameterName, stringValue })
  return parameterName
}

// Another number is another client, with another secret; the one before goes with the same deployment.
const clientId = ({ staffClient }: Stage): string => (staffClient === 1 ? 'StaffPages' : `StaffPages${staffClient}`)

const secretOf = (scope: Stack, client: CfnUserPoolClient, { stage, key }: Ground): Secret => {
  const secret = new Secret(scope, 'StaffSecret', {
    secretName: secretNames(stage).staff,
    description: 'With which the staff function shows the pool that it is itself',
    encryptionKey: key,
    secretObjectValue: { OIDC_CLIENT_SECRET: SecretValue.resourceAttribute(client.attrClientSecret) },
  })
  acknowledge(secret, {
    'AwsSolutions-SMG4': 'Cognito makes it, with the client; a new one is a new client (infra/README.md).',
  })
  return secret
}
