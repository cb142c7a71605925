// A new edge secret each month: Secrets Manager calls our function, which tells CloudFront (functions/turn-edge-secret.ts).
import type { Stack } from 'aws-cdk-lib'
import { CfnRotationSchedule, type Secret } from 'aws-cdk-lib/aws-secretsmanager'
import { secretNames } from '#infra/aws/stages.ts'
import { calledBy } from '../called-by.ts'
import type { Ground } from '../ground.ts'
import { keptWhenItFails, lostQueue } from '../lost-queue.ts'
import { may } from '../may.ts'
import { ServiceFunction } from '../service-function.ts'

type Given = { readonly ground: Ground; readonly secret: Secret; readonly distributionIds: readonly string[] }

export const rotation = (scope: Stack, { ground, secret, distributionIds }: Given): void => {
  const turn = new ServiceFunction(scope, 'TurnEdgeSecret', {
    ground,
    entry: 'turn-edge-secret',
    does: 'Gives CloudFront and the web functions a new secret between them',
    ifItFails: 'Nobody notices yet; from tomorrow pages may not open',
    environment: { DISTRIBUTION_IDS: distributionIds.join(','), EDGE_SECRET_NAME: secretNames(ground.stage).edge },
    may: [mayTurn(secret), mayTell(scope.account, distributionIds)],
    seconds: 120,
    megabytes: 256,
  })
  const lost = lostQueue(scope, 'Lost', {
    ground,
    ifItFails: 'Nobody notices yet; the new edge secret may be known to one side only',
  })
  keptWhenItFails(turn, { ground, lost, retries: 2, seconds: 3_600 })
  const permission = calledBy(scope, 'SecretsManager', turn, {
    service: 'secretsmanager.amazonaws.com',
    source: secret.secretArn,
  })
  const schedule = new CfnRotationSchedule(scope, 'Rotation', {
    secretId: secret.secretArn,
    rotationLambdaArn: turn.live.functionArn,
    rotationRules: { scheduleExpression: 'rate(30 days)' },
    // A deployment does not turn the key.
    rotateImmediatelyOnUpdate: false,
  })
  schedule.addResourceDependency(permission)
}

const mayTurn = ({ secretArn }: Secret) =>
  may(
    ['DescribeSecret', 'GetSecretValue', 'PutSecretValue', 'UpdateSecretVersionStage'].map(
      (verb) => `secretsmanager:${verb}`,
    ),
    secretArn,
  )

const mayTell = (account: string, ids: readonly string[]) =>
  may(
    ['cloudfront:GetDistribution', 'cloudfront:GetDistributionConfig', 'cloudfront:UpdateDistribution'],
    ids.map((id) => `arn:aws:cloudfront::${account}:distribution/${id}`),
  )
