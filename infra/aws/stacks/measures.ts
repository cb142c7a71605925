// Counting: what the table's stream tells becomes facts and sums, apart from everything that a person waits for.
import { Duration, Stack } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import { keys, underCase } from '#adapters/dynamo/table.ts'
import { alarm } from '../parts/alarm.ts'
import { follow } from '../parts/follow.ts'
import { items } from '../parts/items.ts'
import { mayQuery, mayUse } from '../parts/keeping/tables.ts'
import { keptWhenItFails, lostQueue } from '../parts/lost-queue.ts'
import { mayNever, mayOpenAndSeal } from '../parts/may.ts'
import { every } from '../parts/schedule.ts'
import { ServiceFunction } from '../parts/service-function.ts'
import { region } from '../stages.ts'
import type { DataStack, Kept } from './data.ts'
import { settingsOf } from './settings.ts'

export class MeasuresStack extends Stack {
  readonly counter: ServiceFunction

  constructor(scope: Construct, id: string, from: DataStack) {
    super(scope, id, { env: { account: from.account, region } })
    const data = from.seenFrom(this)
    const { ground } = data
    const lost = lostQueue(this, 'Lost', {
      ground,
      ifItFails: 'The figures of a day are too low until they are rebuilt',
    })
    this.counter = counterOf(this, data)
    const table = data.tables.main
    follow(this, this.counter, {
      ground,
      table,
      lost,
      wanted: countedRecords,
      batchSize: 500,
      atOnce: 1,
      gatherSeconds: 60,
    })
    keptWhenItFails(this.counter, { ground, lost, retries: 2, seconds: 21_600 })
    every(this, 'Night', { ground, rate: 'cron(30 3 * * ? *)', target: this.counter, lost })
    const says = { every: 'morning' }
    every(this, 'Morning', { ground, rate: 'cron(0 8 * * ? *)', target: this.counter, says, lost })
    lagAlarm(this, data, this.counter)
  }
}

const feedbackPrefix = items.feedback.replace(/\*.*$/, '')

// As adapters/dynamo/measures/stream.ts reads them: drafts, and what is added to a case's history.
export const countedRecords = [
  { dynamodb: { Keys: { pk: { S: [{ prefix: keys.draft('').pk }] }, sk: { S: [keys.draft('').sk] } } } },
  ...[underCase.event, underCase.note].map((prefix) => ({
    dynamodb: { Keys: { pk: { S: [{ prefix: keys.case('').pk }] }, sk: { S: [{ prefix }] } } },
  })),
  ...[keys.text('').pk, feedbackPrefix].map((prefix) => ({ dynamodb: { Keys: { pk: { S: [{ prefix }] } } } })),
]

const sealed = ['dynamodb:UpdateItem', 'dynamodb:DeleteItem']

const counterOf = (scope: Stack, data: Kept): ServiceFunction => {
  const { main } = data.tables
  return new ServiceFunction(scope, 'CountEvents', {
    ground: data.ground,
    entry: 'count-events',
    does: 'Counts starts, ends, outcomes and texts from the table’s stream',
    ifItFails: 'Figures on the performance pages are late; nobody who applies notices',
    environment: settingsOf(data),
    may: [
      mayUse(main, ['GetItem', 'PutItem'], [items.factKeys]),
      // Time that was closed is not offered.
      mayUse(main, ['GetItem'], [items.blocks, items.timetables]),
      // Which times are free, each morning.
      mayQuery(main, ['due'], [items.claimed]),
      mayUse(main, ['Query', 'PutItem'], [items.facts]),
      // What was done on a case, not what was said: that is sealed, and it has no key.
      mayUse(main, ['Query'], [items.cases]),
      mayUse(main, ['Query', 'PutItem'], [items.daySums, items.monthSums, items.openFiles]),
      mayUse(main, ['Query'], [items.books]),
      // What was published stands.
      mayNever(sealed, [main.arn], {
        'ForAnyValue:StringLike': { 'dynamodb:LeadingKeys': [items.monthSums, items.openFiles] },
      }),
      mayOpenAndSeal(data.ground, 'dynamodb'),
    ],
    seconds: 300,
    megabytes: 512,
    atOnce: 2,
  })
}

const lagAlarm = (scope: Stack, data: Kept, counter: ServiceFunction): void => {
  alarm(scope, 'Behind', {
    ground: data.ground,
    ifItFails: 'Figures on the performance pages are hours old',
    more: 'Counting is more than 2 hours behind the table’s stream, which forgets after 24.',
    metric: counter.live.metric('IteratorAge', { statistic: 'Maximum', period: Duration.minutes(5) }),
    above: 2 * 3_600_000,
  })
}
