// Texts: the table's stream tells the sender of each as it is decided, a sweep every minute finds what waits or stuck, and the networks'
// delivery logs come back as receipts. The outbox row is the queue: nothing is copied into another one that could differ from it.
import { Duration, Stack } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import { keys } from '#adapters/dynamo/table.ts'
import { alarm } from '../parts/alarm.ts'
import { follow } from '../parts/follow.ts'
import { items } from '../parts/items.ts'
import { mayQuery, mayUse } from '../parts/keeping/tables.ts'
import { keptWhenItFails, lostQueue } from '../parts/lost-queue.ts'
import { may, mayNever, mayOpenAndSeal } from '../parts/may.ts'
import { every } from '../parts/schedule.ts'
import { ServiceFunction } from '../parts/service-function.ts'
import { deliveryLogs, maySendThroughSns, textSettings } from '../parts/text-settings.ts'
import { region, type Stage, secretNames } from '../stages.ts'
import type { DataStack, Kept } from './data.ts'
import { mayKnowNotify, settingsOf } from './settings.ts'

export class TextsStack extends Stack {
  readonly sender: ServiceFunction
  readonly receipts: ServiceFunction

  constructor(scope: Construct, id: string, from: DataStack) {
    super(scope, id, { env: { account: from.account, region } })
    const data = from.seenFrom(this)
    const { ground } = data
    const lost = lostQueue(this, 'Lost', {
      ground,
      ifItFails: 'Some texts go out minutes late, or staff do not hear how some arrived',
    })
    this.sender = senderOf(this, data)
    // Only texts that were just put wake the sender. What could not be sent its queue names, and the sweep sends it: the row is still due.
    follow(this, this.sender, { ground, table: data.tables.main, lost, wanted: [textPut], batchSize: 10, atOnce: 2 })
    // The next minute's sweep does its work.
    keptWhenItFails(this.sender, { ground, lost, retries: 1, seconds: 60 })
    every(this, 'Sweep', { ground, rate: 'rate(1 minute)', target: this.sender, lost })
    lagAlarm(this, data, this.sender)
    this.receipts = receiptsOf(this, data)
    keptWhenItFails(this.receipts, { ground, lost, retries: 2, seconds: 21_600 })
    deliveryLogs(this, ground, this.receipts)
    textSettings(this, ground.stage)
  }
}

// Two things only: the outbox, and phones. A publish to a topic is refused whoever's it is (Service Authorization Reference, Amazon SNS:
// Publish to a phone names no resource).
// The account's limit is in dollars (SNS). Lower than the rate is likely to be, so that ours stops first: then staff see what was held back.
const pencePerDollar = 65

const allowanceOf = ({ textsUsd, textsADay }: Stage) => ({
  TEXTS_MONTH_PENCE: String(textsUsd * pencePerDollar),
  TEXTS_A_DAY: String(textsADay),
})

const senderOf = (scope: Stack, data: Kept): ServiceFunction => {
  const { main } = data.tables
  return new ServiceFunction(scope, 'SendTexts', {
    ground: data.ground,
    entry: 'send-texts',
    does: 'Sends the texts that are due, once each',
    ifItFails: 'Applicants do not get their confirmation text',
    environment: { ...settingsOf(data), ...allowanceOf(data.ground.stage), ...postOf(data.ground.stage) },
    may: [
      mayUse(main, ['GetItem'], [items.texts, items.switches, items.counts, items.stopped]),
      // What is spent, in the transaction that begins to send.
      mayUse(main, ['UpdateItem'], [items.counts]),
      mayUse(main, ['PutItem'], [items.texts, items.messages, items.sameTexts]),
      mayQuery(main, ['due'], [items.due, items.stuck]),
      mayOpenAndSeal(data.ground, 'dynamodb'),
      may(['sns:Publish'], '*'),
      mayNever(['sns:Publish'], ['arn:aws:sns:*:*:*']),
      maySendThroughSns(),
      // Emails and letters.
      mayKnowNotify(data),
    ],
    stars: { '*': 'To publish to a phone names no resource; topics are refused by the statement beside it.' },
    seconds: 60,
    megabytes: 512,
    atOnce: 5,
  })
}

const postOf = (stage: Stage) => ({
  NOTIFY_SECRET: secretNames(stage).notify,
  NOTIFY_EMAIL_TEMPLATE: stage.notifyTemplates.email,
  NOTIFY_LETTER_TEMPLATE: stage.notifyTemplates.letter,
})

// As adapters/dynamo/texts/stream.ts reads it.
export const textPut = {
  eventName: ['INSERT'],
  dynamodb: { Keys: { pk: { S: [{ prefix: keys.text('').pk }] } } },
}

const lagAlarm = (scope: Stack, data: Kept, sender: ServiceFunction): void => {
  alarm(scope, 'Behind', {
    ground: data.ground,
    ifItFails: 'Applicants get their texts late',
    more: 'The sender is more than 5 minutes behind the table’s stream.',
    metric: sender.live.metric('IteratorAge', { statistic: 'Maximum', period: Duration.minutes(1) }),
    above: 5 * 60_000,
  })
}

const receiptsOf = (scope: Stack, data: Kept): ServiceFunction => {
  const { main } = data.tables
  return new ServiceFunction(scope, 'TextReceipts', {
    ground: data.ground,
    entry: 'text-receipts',
    does: 'Takes what the phone networks say of texts that were sent',
    ifItFails: 'Staff do not see that a text did not arrive, and do not phone',
    environment: settingsOf(data),
    may: [
      mayUse(main, ['GetItem'], [items.texts, items.messages]),
      // And that a phone has opted out.
      mayUse(main, ['PutItem'], [items.texts, items.stopped]),
      mayOpenAndSeal(data.ground, 'dynamodb'),
    ],
    seconds: 30,
    megabytes: 256,
    atOnce: 5,
  })
}
