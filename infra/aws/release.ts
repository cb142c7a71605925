// A release: a tenth of the requests go to the new version for five minutes, then all; an alarm in that time sends all of them back.
import { LambdaDeploymentConfig, LambdaDeploymentGroup } from 'aws-cdk-lib/aws-codedeploy'
import { acknowledge } from './acknowledge.ts'
import type { Ground } from './ground.ts'
import type { ServiceFunction } from './service-function.ts'

export const releasedSlowly = ({ stage }: Ground, released: ServiceFunction): LambdaDeploymentGroup => {
  const group = new LambdaDeploymentGroup(released, 'Release', {
    alias: released.live,
    deploymentConfig: stage.canaryRelease
      ? LambdaDeploymentConfig.CANARY_10PERCENT_5MINUTES
      : LambdaDeploymentConfig.ALL_AT_ONCE,
    alarms: [...released.alarms],
  })
  acknowledge(group, {
    'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSCodeDeployRoleForLambdaLimited]':
      'CodeDeploy’s own policy for its own role; AWS keeps it in step with what a release needs.',
  })
  return group
}
