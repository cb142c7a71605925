// The month's money: told at half, at four fifths and when the month is likely to end above it.
import type { Stack } from 'aws-cdk-lib'
import { CfnBudget } from 'aws-cdk-lib/aws-budgets'
import type { Ground } from '../ground.ts'

export const budget = (scope: Stack, { stage, alarms }: Ground): CfnBudget =>
  new CfnBudget(scope, 'Budget', {
    budget: {
      budgetName: `guildhall-${stage.name}`,
      budgetType: 'COST',
      timeUnit: 'MONTHLY',
      budgetLimit: { amount: stage.budgetUsd, unit: 'USD' },
    },
    notificationsWithSubscribers: [
      told('ACTUAL', 50, alarms.topicArn),
      told('ACTUAL', 80, alarms.topicArn),
      told('FORECASTED', 100, alarms.topicArn),
    ],
  })

const told = (notificationType: 'ACTUAL' | 'FORECASTED', threshold: number, address: string) => ({
  notification: { notificationType, comparisonOperator: 'GREATER_THAN', threshold, thresholdType: 'PERCENTAGE' },
  subscribers: [{ subscriptionType: 'SNS', address }],
})
