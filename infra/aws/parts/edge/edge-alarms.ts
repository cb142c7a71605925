// What people notice at the edge before anybody else does. CloudFront's and the firewall's figures are kept in us-east-1.
import { Duration, type Stack } from 'aws-cdk-lib'
import { MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch'
import { alarm } from '../alarm.ts'
import type { Ground } from '../ground.ts'
import type { Front } from './front.ts'

const minute = Duration.minutes(1)

const noticed: Readonly<Record<string, string>> = {
  Residents: 'Pages of the residents’ site do not open',
  Staff: 'Pages of the staff site do not open',
  Programs: 'Programs of others get no answer',
}

export const edgeAlarms = (scope: Stack, ground: Ground, fronts: readonly Front[]): void => {
  for (const front of fronts)
    alarm(front, 'Closed', {
      ground,
      ifItFails: noticed[front.node.id] ?? 'A site does not open',
      more: 'More than 1 in 100 answers said that something is wrong on our side, for five minutes.',
      metric: new Metric({
        namespace: 'AWS/CloudFront',
        metricName: '5xxErrorRate',
        dimensionsMap: { DistributionId: front.distribution.ref, Region: 'Global' },
        statistic: 'Average',
        period: minute,
      }),
      above: 1,
      minutes: 5,
    })
  alarm(scope, 'Flooded', {
    ground,
    ifItFails: 'Some people are told to wait, or somebody is attacking us',
    more: 'The firewall turned away more than 500 requests a minute, for five minutes.',
    metric: new Metric({
      namespace: 'AWS/WAFV2',
      metricName: 'BlockedRequests',
      dimensionsMap: { WebACL: `guildhall-${ground.stage.name}`, Rule: 'ALL' },
      statistic: 'Sum',
      period: minute,
    }),
    above: 500,
    minutes: 5,
  })
}

// ACM renews no certificate that was imported (ACM User Guide, "Certificate characteristics and limitations").
const doorDays = 45

export const doorAlarm = (scope: Stack, ground: Ground): void => {
  const { originDoor } = ground.stage
  if (originDoor === undefined) return
  const left = new Metric({
    namespace: 'AWS/CertificateManager',
    metricName: 'DaysToExpiry',
    dimensionsMap: { CertificateArn: originDoor.certificateArn },
    statistic: 'Minimum',
    period: Duration.days(1),
  })
  alarm(scope, 'OriginCertificateEnds', {
    ground,
    ifItFails: 'Nothing yet: pages of both sites stop opening on the day that the certificate ends',
    more: `The certificate that CloudFront shows to the origins ends in ${doorDays} days or fewer.`,
    metric: new MathExpression({
      expression: `${doorDays + 1} - left`,
      usingMetrics: { left },
      period: Duration.days(1),
    }),
    above: 0,
  })
}
