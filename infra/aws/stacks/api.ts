// The API's function: cases as a program may have them, a note on one, and nothing else.
import type { Stack } from 'aws-cdk-lib'
import { items } from '../parts/items.ts'
import { answersSettings, mayOpenAnswers } from '../parts/keeping/answers.ts'
import { mayQuery, mayUse } from '../parts/keeping/tables.ts'
import { keptWhenItFails, lostQueue } from '../parts/lost-queue.ts'
import { mayOpenAndSeal } from '../parts/may.ts'
import { every } from '../parts/schedule.ts'
import { ServiceFunction } from '../parts/service-function.ts'
import { secretNames } from '../stages.ts'
import type { Kept } from './data.ts'
import type { IdentityStack } from './identity.ts'
import { mayKnowEdge, mayKnowNotifyCallback, mayReadSecrets, settingsOf } from './settings.ts'

type Given = { readonly data: Kept; readonly identity: IdentityStack }

export const apiOf = (scope: Stack, { data, identity }: Given): ServiceFunction =>
  new ServiceFunction(scope, 'Api', {
    ...{ seconds: 10, megabytes: 1024, ground: data.ground, entry: 'api' },
    does: 'The API for programs of others',
    ifItFails: 'Programs of others cannot read where cases stand. Residents and staff notice nothing',
    environment: {
      ...settingsOf(data),
      ...answersSettings(data),
      ...identity.apiSettings(scope),
      SECRETS_NAME: secretNames(data.ground.stage).keys,
      EDGE_SECRET_NAME: secretNames(data.ground.stage).edge,
      NOTIFY_CALLBACK_SECRET: secretNames(data.ground.stage).notifyCallback,
    },
    // A note is sealed under the key of its case, which is opened for it.
    may: [
      mayOpenAnswers(data),
      ...mayShare(data),
      ...mayReadSecrets(data),
      mayKnowEdge(data),
      mayKnowNotifyCallback(data),
    ],
    atOnce: data.ground.stage.programsAtOnce,
  })

const mayShare = ({ ground, tables: { main, audit } }: Kept) => [
  mayUse(main, ['GetItem'], [items.switches, items.messages, items.texts]),
  mayUse(main, ['BatchGetItem'], [items.cases]),
  mayUse(main, ['PutItem'], [items.cases, items.onces, items.texts, items.stopped]),
  // That a case is still as it was read.
  mayUse(main, ['ConditionCheckItem'], [items.cases]),
  mayUse(main, ['UpdateItem'], [items.countsOfApi]),
  mayQuery(main, ['work', 'state']),
  mayQuery(main, ['due'], [items.feed]),
  mayUse(audit, ['PutItem']),
  mayOpenAndSeal(ground, 'dynamodb'),
]

/** Each minute what is new is told to those that want to be. Reads no answer, and no key that opens any. */
export const tellsPrograms = (scope: Stack, { data, identity }: Given): ServiceFunction => {
  const { ground } = data
  const teller = new ServiceFunction(scope, 'SendHooks', {
    ...{ seconds: 55, megabytes: 512, ground, entry: 'send-hooks' },
    does: 'Tells programs of others what happens on cases',
    ifItFails: 'Programs of others hear of events late. Nothing is lost: they are told when it works again',
    environment: {
      ...settingsOf(data),
      ...identity.programs(scope),
      SECRETS_NAME: secretNames(ground.stage).keys,
    },
    may: [...mayTell(data), ...mayReadSecrets(data)],
    atOnce: 1,
  })
  const lost = lostQueue(scope, 'HooksLost', { ground, ifItFails: 'Programs of others hear of events minutes late' })
  // The next minute does its work.
  keptWhenItFails(teller, { ground, lost, retries: 1, seconds: 60 })
  every(scope, 'HooksMinute', { ground, rate: 'rate(1 minute)', target: teller, lost })
  return teller
}

const mayTell = ({ ground, tables: { main } }: Kept) => [
  mayUse(main, ['GetItem', 'PutItem'], [items.hooks]),
  mayUse(main, ['BatchGetItem'], [items.cases]),
  mayQuery(main, ['due'], [items.feed, items.dueHooks]),
  mayOpenAndSeal(ground, 'dynamodb'),
]
