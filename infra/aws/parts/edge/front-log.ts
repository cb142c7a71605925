// What CloudFront tells of requests: when, how, with what outcome. Not who asked (c-ip) and not for what (cs-uri-stem may be a link that lets
// a person back into their application).
import { RemovalPolicy, Stack } from 'aws-cdk-lib'
import type { CfnDistribution } from 'aws-cdk-lib/aws-cloudfront'
import { CfnDelivery, CfnDeliveryDestination, CfnDeliverySource, LogGroup } from 'aws-cdk-lib/aws-logs'
import type { Construct } from 'constructs'
import type { Ground } from '../ground.ts'
import { ownName } from '../service-function.ts'

export const requestLog = (scope: Construct, distribution: CfnDistribution, { stage, key }: Ground): void => {
  const name = `guildhall-${stage.name}-${scope.node.id.toLowerCase()}`
  const log = new LogGroup(scope, 'Requests', {
    // The name under which log deliveries may write without a policy of ours (CloudWatch Logs User Guide, "Vended logs").
    logGroupName: ownName(scope, `/aws/vendedlogs/${name}`),
    retention: stage.logDays,
    encryptionKey: key,
    removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
  })
  const source = new CfnDeliverySource(scope, 'LogSource', {
    name,
    logType: 'ACCESS_LOGS',
    resourceArn: `arn:aws:cloudfront::${Stack.of(scope).account}:distribution/${distribution.ref}`,
  })
  const destination = new CfnDeliveryDestination(scope, 'LogDestination', {
    name,
    outputFormat: 'json',
    destinationResourceArn: log.logGroupArn,
  })
  const delivery = new CfnDelivery(scope, 'LogDelivery', {
    deliverySourceName: source.name,
    deliveryDestinationArn: destination.attrArn,
    recordFields: [...fields],
  })
  delivery.addResourceDependency(source)
}

const fields = [
  'timestamp(ms)',
  // The function's lines name it as "edge".
  'x-edge-request-id',
  'x-edge-location',
  'cs-method',
  'cs(Host)',
  'sc-status',
  'sc-bytes',
  'time-taken',
  'x-edge-result-type',
  'x-edge-detailed-result-type',
  'ssl-protocol',
  'cs-protocol-version',
] as const
