// A figure of a function's log lines of one kind, for an alarm to look at.
import { Duration, type Stack } from 'aws-cdk-lib'
import { Metric } from 'aws-cdk-lib/aws-cloudwatch'
import { CfnMetricFilter } from 'aws-cdk-lib/aws-logs'
import type { Ground } from '../ground.ts'
import type { ServiceFunction } from '../service-function.ts'

export const counted = (
  scope: Stack,
  id: string,
  { ground, from, of, period = Duration.minutes(1) }: Counted,
): Metric => {
  const metric = { namespace: `Guildhall/${ground.stage.name}`, metricName: id }
  new CfnMetricFilter(scope, id, {
    logGroupName: from.log.logGroupName,
    filterPattern: `{ ${of} }`,
    metricTransformations: [{ metricNamespace: metric.namespace, metricName: id, metricValue: '1', defaultValue: 0 }],
  })
  return new Metric({ ...metric, statistic: 'Sum', period })
}

type Counted = {
  readonly ground: Ground
  readonly from: ServiceFunction
  // Which of its log lines, each a JSON object (CloudWatch Logs User Guide, "Filter pattern syntax").
  readonly of: string
  readonly period?: Duration
}
