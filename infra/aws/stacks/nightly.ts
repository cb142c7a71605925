// What is done by the clock, London's: each night, each minute for those who wait for an appointment and for what is done on many cases, and
// each 10 minutes for cases that wait with nobody.
import { Stack } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import { items } from '../parts/items.ts'
import { answersSettings, mayOpenAnswers } from '../parts/keeping/answers.ts'
import { mayQuery, mayUse } from '../parts/keeping/tables.ts'
import { keptWhenItFails, lostQueue } from '../parts/lost-queue.ts'
import { mayOpenAndSeal } from '../parts/may.ts'
import { every } from '../parts/schedule.ts'
import { ServiceFunction } from '../parts/service-function.ts'
import { region, secretNames } from '../stages.ts'
import type { DataStack, Kept } from './data.ts'
import { mayReadSecrets, settingsOf } from './settings.ts'

export class ScheduleStack extends Stack {
  readonly nightly: ServiceFunction
  readonly offerTimes: ServiceFunction
  readonly giveInTurn: ServiceFunction
  readonly doMany: ServiceFunction

  constructor(scope: Construct, id: string, from: DataStack) {
    super(scope, id, { env: { account: from.account, region } })
    const data = from.seenFrom(this)
    const { ground } = data
    this.nightly = nightlyOf(this, data)
    const lost = lostQueue(this, 'Lost', {
      ground,
      ifItFails:
        'What changed with the date is noted, and documents are chased, a night late; or time that came free is offered, and cases are given in turn, or what is done on many cases goes on, minutes late',
    })
    keptWhenItFails(this.nightly, { ground, lost, retries: 2, seconds: 21_600 })
    // After the clock has gone forward or back, at 01:00 UTC: each night has one half past two.
    every(this, 'Night', { ground, rate: 'cron(30 2 * * ? *)', target: this.nightly, lost })
    this.offerTimes = offerTimesOf(this, data)
    // The next minute does its work.
    keptWhenItFails(this.offerTimes, { ground, lost, retries: 1, seconds: 60 })
    every(this, 'Minute', { ground, rate: 'rate(1 minute)', target: this.offerTimes, lost })
    this.giveInTurn = giveInTurnOf(this, data)
    keptWhenItFails(this.giveInTurn, { ground, lost, retries: 1, seconds: 300 })
    every(this, 'TenMinutes', { ground, rate: 'rate(10 minutes)', target: this.giveInTurn, lost })
    this.doMany = doManyOf(this, data)
    // The next minute goes on.
    keptWhenItFails(this.doMany, { ground, lost, retries: 1, seconds: 60 })
    every(this, 'ManyMinute', { ground, rate: 'rate(1 minute)', target: this.doMany, lost })
  }
}

const nightlyOf = (scope: Stack, data: Kept): ServiceFunction => {
  const { main, audit } = data.tables
  return new ServiceFunction(scope, 'Nightly', {
    ground: data.ground,
    entry: 'nightly',
    does: 'Looks at the housing applications whose day has come for what changes with the date, and chases documents',
    ifItFails: 'What changed with the date is noted a day late, and applicants are reminded of documents a day late',
    environment: { ...settingsOf(data), ...answersSettings(data), SECRETS_NAME: secretNames(data.ground.stage).keys },
    may: [
      mayOpenAnswers(data),
      mayUse(main, ['GetItem'], [items.drafts, items.words]),
      mayUse(main, ['BatchGetItem'], [items.texts]),
      mayUse(main, ['Query'], [items.cases]),
      // A draft: of a request that closed.
      mayUse(main, ['PutItem'], [items.cases, items.assessed, items.texts, items.drafts]),
      mayUse(audit, ['PutItem']),
      // Who did what on it, and when it is looked at again.
      mayUse(main, ['UpdateItem'], [items.cases]),
      mayQuery(main, ['due'], [items.night]),
      mayOpenAndSeal(data.ground, 'dynamodb'),
      ...mayReadSecrets(data),
    ],
    seconds: 900,
    megabytes: 1024,
    atOnce: 1,
  })
}

const offerTimesOf = (scope: Stack, data: Kept): ServiceFunction => {
  const { main, audit } = data.tables
  return new ServiceFunction(scope, 'OfferTimes', {
    ground: data.ground,
    entry: 'offer-times',
    does: 'Offers time that has come free to those who wait for an appointment, and lets offers lapse',
    ifItFails: 'People on the waiting list are offered no time, and time kept for them goes to whoever looks',
    environment: { ...settingsOf(data), ...answersSettings(data), SECRETS_NAME: secretNames(data.ground.stage).keys },
    may: [
      mayOpenAnswers(data),
      mayUse(main, ['GetItem'], [items.switches, items.timetables, items.sessions, items.words]),
      mayUse(main, ['BatchGetItem'], [items.cases, items.texts]),
      mayUse(main, ['Query'], [items.cases, items.claims]),
      mayUse(main, ['PutItem'], [items.cases, items.texts, items.claims]),
      mayUse(main, ['UpdateItem'], [items.cases]),
      mayUse(audit, ['PutItem']),
      mayQuery(main, ['state'], [items.waiting, items.offered]),
      mayOpenAndSeal(data.ground, 'dynamodb'),
      ...mayReadSecrets(data),
    ],
    seconds: 55,
    megabytes: 1024,
    atOnce: 1,
  })
}

const giveInTurnOf = (scope: Stack, data: Kept): ServiceFunction => {
  const { main, audit } = data.tables
  return new ServiceFunction(scope, 'GiveInTurn', {
    ground: data.ground,
    entry: 'give-in-turn',
    does: 'Gives cases that nobody has, or whose officer is away, to those at work',
    ifItFails: 'New cases wait until somebody takes them, and cases of officers who are away wait for them',
    environment: { ...settingsOf(data), ...answersSettings(data), SECRETS_NAME: secretNames(data.ground.stage).keys },
    may: [
      mayOpenAnswers(data),
      mayUse(main, ['BatchGetItem', 'PutItem', 'UpdateItem'], [items.cases]),
      mayUse(main, ['Query'], [items.colleagues]),
      mayUse(audit, ['PutItem']),
      mayQuery(main, ['mine'], [items.ofSomebody, items.ofNobody]),
      mayOpenAndSeal(data.ground, 'dynamodb'),
      ...mayReadSecrets(data),
    ],
    seconds: 120,
    megabytes: 1024,
    atOnce: 1,
  })
}

const doManyOf = (scope: Stack, data: Kept): ServiceFunction => {
  const { main, audit } = data.tables
  return new ServiceFunction(scope, 'DoMany', {
    ground: data.ground,
    entry: 'do-many',
    does: 'Goes on with what a manager does on many cases at once',
    ifItFails:
      'What managers do on many cases at once stops half way: no case is half changed, and it goes on when it works again',
    environment: { ...settingsOf(data), ...answersSettings(data), SECRETS_NAME: secretNames(data.ground.stage).keys },
    may: [
      mayOpenAnswers(data),
      mayUse(main, ['GetItem'], [items.switches, items.words]),
      mayUse(main, ['BatchGetItem'], [items.texts]),
      mayUse(main, ['Query'], [items.cases, items.bulks, items.colleagues]),
      mayUse(main, ['PutItem'], [items.cases, items.texts, items.bulks]),
      // Who did what on each case, too.
      mayUse(main, ['UpdateItem'], [items.bulks, items.cases]),
      mayUse(audit, ['PutItem']),
      mayQuery(main, ['due'], [items.dueBulks]),
      mayOpenAndSeal(data.ground, 'dynamodb'),
      ...mayReadSecrets(data),
    ],
    seconds: 55,
    megabytes: 1024,
    atOnce: 1,
  })
}
