// What happens by the clock, in London's time: EventBridge Scheduler knows summer time.
import { Stack } from 'aws-cdk-lib'
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import type { Ground } from './ground.ts'
import { may, mayOpenAndSeal } from './may.ts'
import type { ServiceFunction } from './service-function.ts'

type Every = {
  readonly ground: Ground
  // 'rate(1 minute)', or 'cron(30 2 * * ? *)' by London's clock.
  readonly rate: string
  readonly target: ServiceFunction
  // Said with each call, beside that it is a schedule's.
  readonly says?: Readonly<Record<string, string>>
  // Where a call goes that could not be made.
  readonly lost: Queue
}

export const every = (scope: Construct, id: string, { ground, rate, target, says, lost }: Every): CfnSchedule => {
  const place = new Construct(scope, id)
  const role = new Role(place, 'Role', {
    // Not for somebody else's schedule (the confused deputy).
    assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
      conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(scope).account } },
    }),
  })
  role.addToPolicy(may(['lambda:InvokeFunction'], target.live.functionArn))
  role.addToPolicy(may(['sqs:SendMessage'], lost.queueArn))
  role.addToPolicy(mayOpenAndSeal(ground, 'sqs'))
  return new CfnSchedule(place, 'Schedule', {
    scheduleExpression: rate,
    scheduleExpressionTimezone: 'Europe/London',
    flexibleTimeWindow: { mode: 'OFF' },
    target: {
      arn: target.live.functionArn,
      roleArn: role.roleArn,
      input: JSON.stringify({ source: 'aws.scheduler', ...says }),
      deadLetterConfig: { arn: lost.queueArn },
      retryPolicy: { maximumRetryAttempts: 3, maximumEventAgeInSeconds: 300 },
    },
  })
}
