// What is done each night, by London's clock.
import { Stack } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import type { DataStack } from './data.ts'
import { items } from './items.ts'
import { lostQueue } from './lost-queue.ts'
import { mayOpenAndSeal } from './may.ts'
import { every } from './schedule.ts'
import { ServiceFunction } from './service-function.ts'
import { mayReadSecrets, settingsOf } from './settings.ts'
import { region } from './stages.ts'
import { mayQuery, mayUse } from './tables.ts'

export class ScheduleStack extends Stack {
  readonly nightly: ServiceFunction

  constructor(scope: Construct, id: string, data: DataStack) {
    super(scope, id, { env: { account: data.account, region } })
    const { ground } = data
    this.nightly = nightlyOf(this, data)
    const lost = lostQueue(this, 'Lost', { ground, ifItFails: 'Deadlines and reminders of one night are late' })
    // After the clock has gone forward or back, at 01:00 UTC: each night has one half past two.
    every(this, 'Night', { ground, rate: 'cron(30 2 * * ? *)', target: this.nightly, lost })
  }
}

const nightlyOf = (scope: Stack, data: DataStack): ServiceFunction => {
  const { main, audit } = data.tables
  const theirs = [items.drafts, items.cases, items.texts, items.claims, items.counts]
  return new ServiceFunction(scope, 'Nightly', {
    ground: data.ground,
    entry: 'nightly',
    does: 'Recalculates what changes with the date, reminds, and closes what has run out',
    ifItFails: 'Bands, reminders and deadlines are a day late',
    environment: { ...settingsOf(data), SECRETS_NAME: data.secrets.secretName },
    may: [
      mayUse(main, ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem', 'ConditionCheckItem'], theirs),
      mayUse(audit, ['PutItem']),
      mayQuery(main, ['work', 'state', 'due']),
      mayOpenAndSeal(data.ground, 'dynamodb'),
      ...mayReadSecrets(data),
    ],
    seconds: 900,
    megabytes: 1024,
    atOnce: 1,
  })
}
