// One page to look at: are pages quick, do texts go, does the table keep up, and what is wrong right now.
import type { Stack } from 'aws-cdk-lib'
import { CfnDashboard } from 'aws-cdk-lib/aws-cloudwatch'
import { region } from '../stages.ts'
import type { Watched } from './watch.ts'

export const dashboard = (scope: Stack, all: Watched): CfnDashboard =>
  new CfnDashboard(scope, 'Dashboard', {
    dashboardName: `guildhall-${all.data.ground.stage.name}`,
    dashboardBody: scope.toJsonString({ widgets: [...pages(all), ...texts(all), ...kept(all)].map(placed) }),
  })

const pages = ({ web }: Watched) => {
  const of = (metric: string, stat: string) =>
    web.apis.map(({ node, api }) => ['AWS/ApiGateway', metric, 'ApiId', api.ref, { stat, label: node.id }])
  return [
    graph('Pages a minute', of('Count', 'Sum')),
    graph('Slowest page in twenty, ms', of('Latency', 'p95')),
    graph('Answers that failed', of('5xx', 'Sum')),
  ]
}

const texts = ({ texts: { sender } }: Watched) => {
  const { functionName } = sender.function
  const delivered = ['AWS/SNS', 'NumberOfNotificationsDelivered', 'PhoneNumber', 'PhoneNumberDirect', { stat: 'Sum' }]
  return [
    graph('Texts: behind by, ms', [['AWS/Lambda', 'IteratorAge', 'FunctionName', functionName, { stat: 'Maximum' }]]),
    graph('Texts: delivered', [delivered]),
    graph('Texts: spent this month, $', [['AWS/SNS', 'SMSMonthToDateSpentUSD', { stat: 'Maximum' }]]),
  ]
}

const kept = ({ data: { tables }, uploads: { check } }: Watched) => {
  const table = (metric: string) => ['AWS/DynamoDB', metric, 'TableName', tables.main.name, { stat: 'Sum' }]
  const { functionName } = check.function
  return [
    graph('Table: reads and writes', [table('ConsumedReadCapacityUnits'), table('ConsumedWriteCapacityUnits')]),
    graph('Table: turned away', ['ReadThrottleEvents', 'WriteThrottleEvents', 'TransactionConflict'].map(table)),
    graph('Files checked', [['AWS/Lambda', 'Invocations', 'FunctionName', functionName, { stat: 'Sum' }]]),
  ]
}

const graph = (title: string, metrics: readonly (readonly unknown[])[]) => ({
  type: 'metric',
  properties: { title, metrics, region, period: 60, view: 'timeSeries' },
})

// Three beside each other.
const placed = (widget: ReturnType<typeof graph>, index: number) => ({
  ...widget,
  width: 8,
  height: 6,
  x: (index % 3) * 8,
  y: Math.floor(index / 3) * 6,
})
