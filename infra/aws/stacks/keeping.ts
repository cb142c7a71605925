// What a manager agreed to erase goes at night, and its receipt into the archive that nobody can change.
import { Stack } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import { receiptsPrefix } from '#adapters/erasing/receipts.ts'
import { items } from '../parts/items.ts'
import { mayQuery, mayUse } from '../parts/keeping/tables.ts'
import { keptWhenItFails, lostQueue } from '../parts/lost-queue.ts'
import { may, mayOpenAndSeal } from '../parts/may.ts'
import { every } from '../parts/schedule.ts'
import { ServiceFunction } from '../parts/service-function.ts'
import { region, secretNames } from '../stages.ts'
import type { AuditStack } from './audit.ts'
import type { DataStack, Kept } from './data.ts'
import { mayReadSecrets, settingsOf } from './settings.ts'
import type { UploadsStack } from './uploads.ts'

type From = {
  readonly data: DataStack
  readonly audit: Pick<AuditStack, 'archive'>
  readonly uploads: Pick<UploadsStack, 'clean'>
}

const noticed = 'People whose time is over are not erased yet, though a manager agreed to it'

export class KeepingStack extends Stack {
  readonly eraser: ServiceFunction

  constructor(scope: Construct, id: string, from: From) {
    super(scope, id, { env: { account: from.data.account, region } })
    const data = from.data.seenFrom(this)
    const { ground } = data
    this.eraser = eraserOf(this, data, from)
    const lost = lostQueue(this, 'NotErased', { ground, ifItFails: noticed })
    // A run that broke off is gone on with by the next one.
    keptWhenItFails(this.eraser, { ground, lost, retries: 2, seconds: 21_600 })
    every(this, 'Night', { ground, rate: 'cron(0 4 * * ? *)', target: this.eraser, lost })
  }
}

const eraserOf = (scope: Stack, data: Kept, { audit, uploads }: From): ServiceFunction =>
  new ServiceFunction(scope, 'EraseAgreed', {
    ground: data.ground,
    entry: 'erase-agreed',
    does: 'Erases each night the cases that a manager agreed to erase',
    ifItFails: noticed,
    environment: {
      ...settingsOf(data),
      CLEAN_BUCKET: uploads.clean.bucketName,
      ARCHIVE_BUCKET: audit.archive.bucketName,
      SECRETS_NAME: secretNames(data.ground.stage).keys,
    },
    may: [...mayRemove(data), ...mayClear(data, { audit, uploads }), ...mayReadSecrets(data)],
    stars: {
      [`Guildhall-${data.ground.stage.name}-Uploads:ExportsOutputFnGetAttClean5C95EE93ArnA4AD723F/*`]:
        'It removes the files of whoever is erased, and reads none.',
      [`Guildhall-${data.ground.stage.name}-Audit:ExportsOutputFnGetAttArchiveDA4CB258ArnBE8F3792/${receiptsPrefix}*`]:
        'A receipt for each run, each a new object.',
    },
    seconds: 900,
    megabytes: 1024,
    atOnce: 1,
  })

// Every item is read, so that nothing depends on a list that was kept right; only what can be of a person goes.
const mayRemove = ({ ground, tables: { main, audit } }: Kept) => [
  mayQuery(main, ['due'], [items.agreed]),
  may(['dynamodb:Scan'], main.arn),
  mayUse(main, ['GetItem', 'UpdateItem'], [items.cases]),
  mayUse(main, ['DeleteItem'], removed),
  mayUse(main, ['PutItem'], [items.erased, items.references]),
  mayUse(audit, ['PutItem']),
  mayOpenAndSeal(ground, 'dynamodb'),
]

const removed = [
  ...[items.cases, items.assessed, items.notices, items.people, items.drafts, items.texts, items.messages],
  ...[items.sameTexts, items.bookers, items.claims, items.phrases, items.codes, items.sheets],
  ...[items.found, items.markedByNumber, items.markedByPerson, items.findable],
]

const mayClear = ({ ground }: Kept, { audit: { archive }, uploads: { clean } }: Omit<From, 'data'>) => [
  may(['s3:ListBucketVersions'], clean.bucketArn),
  may(['s3:DeleteObject', 's3:DeleteObjectVersion'], clean.arnForObjects('*')),
  // None can be changed: the bucket's lock holds for these too.
  may(['s3:PutObject'], archive.arnForObjects(`${receiptsPrefix}*`)),
  mayOpenAndSeal(ground, 's3'),
]
