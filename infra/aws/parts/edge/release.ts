// A release: a tenth of the requests go to the new version for five minutes, then all; an alarm in that time sends all of
// them back. A page that failed is an answer all the same, so that Lambda counts no error: what the new version says in its
// own log, and what API Gateway counts, are asked too.
import { Duration } from 'aws-cdk-lib'
import { type Alarm, Metric } from 'aws-cdk-lib/aws-cloudwatch'
import { LambdaDeploymentConfig, LambdaDeploymentGroup } from 'aws-cdk-lib/aws-codedeploy'
import { CfnMetricFilter } from 'aws-cdk-lib/aws-logs'
import { acknowledge } from '../acknowledge.ts'
import { alarm } from '../alarm.ts'
import type { Ground } from '../ground.ts'
import type { ServiceFunction } from '../service-function.ts'
import type { HttpApi } from './http-api.ts'

export const releasedSlowly = (ground: Ground, released: ServiceFunction, { api }: HttpApi): LambdaDeploymentGroup => {
  const { stage } = ground
  const group = new LambdaDeploymentGroup(released, 'Release', {
    alias: released.live,
    deploymentConfig: stage.canaryRelease
      ? LambdaDeploymentConfig.CANARY_10PERCENT_5MINUTES
      : LambdaDeploymentConfig.ALL_AT_ONCE,
    alarms: [...released.alarms, surprised(ground, released), failing(ground, released, api.ref)],
  })
  acknowledge(group, {
    'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSCodeDeployRoleForLambdaLimited]':
      'CodeDeploy’s own policy for its own role; AWS keeps it in step with what a release needs.',
  })
  return group
}

const noticed = 'Some people see “Sorry, there is a problem with the service” since a release'
const period = Duration.minutes(1)

// By version: a tenth of the requests is few, and the nine tenths of the version before must not hide or ring it.
const surprised = (ground: Ground, released: ServiceFunction): Alarm => {
  const { name } = ground.stage
  const metric = { namespace: `Guildhall/${name}`, metricName: `${released.node.id}Surprises` }
  new CfnMetricFilter(released, 'Surprises', {
    logGroupName: released.log.logGroupName,
    filterPattern: '{ $.event = "surprise" || $.event = "thrown" }',
    metricTransformations: [
      {
        metricNamespace: metric.namespace,
        metricName: metric.metricName,
        metricValue: '1',
        dimensions: [{ key: 'Version', value: '$.version' }],
      },
    ],
  })
  const dimensionsMap = { Version: released.function.currentVersion.version }
  return alarm(released, 'Surprised', {
    ground,
    ifItFails: noticed,
    more: 'The newest version met more than two errors that it did not expect, in one minute.',
    metric: new Metric({ ...metric, dimensionsMap, statistic: 'Sum', period }),
    above: 2,
  })
}

const failing = (ground: Ground, released: ServiceFunction, ApiId: string): Alarm =>
  alarm(released, 'Answering5xx', {
    ground,
    ifItFails: noticed,
    more: 'More than five answers in a minute said that something is wrong on our side.',
    metric: new Metric({
      ...{ namespace: 'AWS/ApiGateway', metricName: '5xx', dimensionsMap: { ApiId } },
      ...{ statistic: 'Sum', period },
    }),
    above: 5,
  })
