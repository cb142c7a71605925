// The API's function: cases as a program may have them, a note on one, and nothing else.
import type { Stack } from 'aws-cdk-lib'
import { items } from '../parts/items.ts'
import { answersSettings, mayOpenAnswers } from '../parts/keeping/answers.ts'
import { mayQuery, mayUse } from '../parts/keeping/tables.ts'
import { mayOpenAndSeal } from '../parts/may.ts'
import { ServiceFunction } from '../parts/service-function.ts'
import { secretNames } from '../stages.ts'
import type { Kept } from './data.ts'
import type { IdentityStack } from './identity.ts'
import { mayKnowEdge, mayReadSecrets, settingsOf } from './settings.ts'

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
    },
    // A note is sealed under the key of its case, which is opened for it.
    may: [mayOpenAnswers(data), ...mayShare(data), ...mayReadSecrets(data), mayKnowEdge(data)],
    atOnce: data.ground.stage.programsAtOnce,
  })

const mayShare = ({ ground, tables: { main, audit } }: Kept) => [
  mayUse(main, ['GetItem'], [items.switches]),
  mayUse(main, ['BatchGetItem'], [items.cases]),
  mayUse(main, ['PutItem'], [items.cases, items.onces]),
  mayUse(main, ['UpdateItem'], [items.countsOfApi]),
  mayQuery(main, ['work', 'state']),
  mayUse(audit, ['PutItem']),
  mayOpenAndSeal(ground, 'dynamodb'),
]
