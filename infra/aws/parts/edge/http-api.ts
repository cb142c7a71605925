// An HTTP API in front of one function: every address goes to it, at one host, and API Gateway's own address is off.
import { RemovalPolicy, Stack } from 'aws-cdk-lib'
import { CfnApi, CfnApiMapping, CfnDomainName, CfnIntegration, CfnRoute, CfnStage } from 'aws-cdk-lib/aws-apigatewayv2'
import { Certificate, CertificateValidation } from 'aws-cdk-lib/aws-certificatemanager'
import { LogGroup } from 'aws-cdk-lib/aws-logs'
import { CfnRecordSet, HostedZone } from 'aws-cdk-lib/aws-route53'
import { Construct } from 'constructs'
import { region } from '#infra/aws/stages.ts'
import { acknowledge } from '../acknowledge.ts'
import { calledBy } from '../called-by.ts'
import type { Ground } from '../ground.ts'
import { ownName, type ServiceFunction } from '../service-function.ts'

type HttpApiProps = { readonly ground: Ground; readonly host: string; readonly handler: ServiceFunction }

export class HttpApi extends Construct {
  readonly api: CfnApi

  constructor(scope: Construct, id: string, props: HttpApiProps) {
    super(scope, id)
    this.api = new CfnApi(this, 'Api', {
      name: `guildhall-${props.ground.stage.name}-${id.toLowerCase()}`,
      protocolType: 'HTTP',
      disableExecuteApiEndpoint: true,
    })
    const stage = stageOf(this, this.api, props.ground)
    routeOf(this, this.api, props.handler)
    const domain = domainOf(this, props)
    new CfnApiMapping(this, 'Mapping', { apiId: this.api.ref, domainName: domain.ref, stage: stage.ref })
    recordOf(this, domain, props)
  }
}

// What came and how long it took; never a path, which may be a link that lets a person back in, and never an address of a person.
const logged = {
  requestId: '$context.requestId',
  at: '$context.requestTime',
  method: '$context.httpMethod',
  status: '$context.status',
  ms: '$context.responseLatency',
  functionMs: '$context.integrationLatency',
  problem: '$context.integrationErrorMessage',
}

const stageOf = (scope: Construct, api: CfnApi, { stage, key }: Ground): CfnStage => {
  const log = new LogGroup(scope, 'Log', {
    logGroupName: ownName(scope, `/guildhall/${stage.name}/requests/${scope.node.id.toLowerCase()}`),
    retention: stage.logDays,
    encryptionKey: key,
    removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
  })
  return new CfnStage(scope, 'Stage', {
    apiId: api.ref,
    stageName: '$default',
    autoDeploy: true,
    accessLogSettings: { destinationArn: log.logGroupArn, format: JSON.stringify(logged) },
    defaultRouteSettings: { throttlingRateLimit: 5_000, throttlingBurstLimit: 2_500, detailedMetricsEnabled: true },
  })
}

const routeOf = (scope: Construct, api: CfnApi, handler: ServiceFunction): void => {
  const integration = new CfnIntegration(scope, 'Integration', {
    apiId: api.ref,
    integrationType: 'AWS_PROXY',
    integrationUri: handler.live.functionArn,
    payloadFormatVersion: '2.0',
    timeoutInMillis: 12_000,
  })
  const route = new CfnRoute(scope, 'Route', {
    apiId: api.ref,
    routeKey: '$default',
    authorizationType: 'NONE',
    target: `integrations/${integration.ref}`,
  })
  acknowledge(route, {
    'AwsSolutions-APIG4':
      'Residents come without an account; staff sign in by OpenID Connect in the function, which keeps the tokens; programs show a token, which the function holds against the pool’s keys. Each refuses what did not come through CloudFront.',
  })
  const source = `arn:aws:execute-api:${region}:${Stack.of(scope).account}:${api.ref}/*/$default`
  calledBy(scope, 'Api', handler, { service: 'apigateway.amazonaws.com', source })
}

const domainOf = (scope: Construct, { host, ground }: HttpApiProps): CfnDomainName => {
  const { id: hostedZoneId, name: zoneName } = ground.stage.zone
  const zone = HostedZone.fromHostedZoneAttributes(scope, 'Zone', { hostedZoneId, zoneName })
  const certificate = new Certificate(scope, 'Certificate', {
    domainName: host,
    validation: CertificateValidation.fromDns(zone),
  })
  return new CfnDomainName(scope, 'Domain', {
    domainName: host,
    domainNameConfigurations: [
      { certificateArn: certificate.certificateArn, endpointType: 'REGIONAL', securityPolicy: 'TLS_1_2' },
    ],
    ...trusting(ground.stage.originDoor),
  })
}

const trusting = (door: Ground['stage']['originDoor']) =>
  door === undefined
    ? {}
    : { mutualTlsAuthentication: { truststoreUri: door.trust, truststoreVersion: door.trustVersion } }

const recordOf = (scope: Construct, domain: CfnDomainName, { host, ground }: HttpApiProps): void => {
  for (const type of ['A', 'AAAA'])
    new CfnRecordSet(scope, `Record${type}`, {
      hostedZoneId: ground.stage.zone.id,
      name: host,
      type,
      aliasTarget: { dnsName: domain.attrRegionalDomainName, hostedZoneId: domain.attrRegionalHostedZoneId },
    })
}
