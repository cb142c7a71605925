// Every alarm reads the same: what people notice, what the figure means, and where it stands what to do.
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import type { Construct } from 'constructs'
import type { Ground } from './ground.ts'

export type AlarmProps = {
  readonly ground: Ground
  // What people notice: the alarm's first line.
  readonly ifItFails: string
  readonly metric: IMetric
  // What the figure means.
  readonly more: string
  readonly above?: number
  readonly minutes?: number
}

export const alarm = (scope: Construct, id: string, props: AlarmProps): Alarm => {
  const { ground, metric, ifItFails, more, above = 0, minutes = 1 } = props
  // 'Texts SendTexts Failing': the heading of its entry in the runbook.
  const name = `${scope.node.path}/${id}`.replace(/^Guildhall-\w+-/, '').replaceAll('/', ' ')
  const made = new Alarm(scope, id, {
    alarmName: `guildhall-${ground.stage.name} ${name}`,
    alarmDescription: `${ifItFails}\n${more}\nWhat to do: infra/README.md, "${name}".`,
    metric,
    threshold: above,
    comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
    evaluationPeriods: minutes,
    datapointsToAlarm: minutes,
    treatMissingData: TreatMissingData.NOT_BREACHING,
  })
  made.addAlarmAction(new SnsAction(ground.alarms))
  return made
}
