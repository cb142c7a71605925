// Files: browsers post to quarantine, GuardDuty looks into what lands there, and only what it found safe is copied into the clean bucket.
import { Stack } from 'aws-cdk-lib'
import { CfnRule } from 'aws-cdk-lib/aws-events'
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { Bucket } from 'aws-cdk-lib/aws-s3'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import type { Construct } from 'constructs'
import { uploadKey } from '#adapters/aws/upload-form.ts'
import { calledBy } from '../parts/called-by.ts'
import { items } from '../parts/items.ts'
import { answersSettings, mayOpenAnswers } from '../parts/keeping/answers.ts'
import { backUpDocuments } from '../parts/keeping/backup.ts'
import { cleanBucket, onlyForScanning, quarantineBucket } from '../parts/keeping/buckets.ts'
import { malwareScan } from '../parts/keeping/malware-scan.ts'
import { mayQuery, mayUse } from '../parts/keeping/tables.ts'
import { keptWhenItFails, lostQueue } from '../parts/lost-queue.ts'
import { may, mayOpenAndSeal } from '../parts/may.ts'
import { every } from '../parts/schedule.ts'
import { ServiceFunction } from '../parts/service-function.ts'
import { region, secretNames } from '../stages.ts'
import type { DataStack, Kept } from './data.ts'
import { mayReadSecrets, settingsOf } from './settings.ts'

export class UploadsStack extends Stack {
  readonly quarantine: Bucket
  readonly clean: Bucket
  readonly check: ServiceFunction

  constructor(scope: Construct, id: string, from: DataStack) {
    super(scope, id, { env: { account: from.account, region }, terminationProtection: true })
    const data = from.seenFrom(this)
    this.quarantine = quarantineBucket(this, data.ground)
    this.clean = cleanBucket(this, data.ground)
    const scanner = malwareScan(this, data.ground, this.quarantine)
    this.check = checkOf(this, data, this)
    onlyForScanning(this.quarantine, scanner, this.check.role)
    const lost = lostQueue(this, 'Lost', {
      ground: data.ground,
      ifItFails: 'A file stays at “we are checking this file”',
    })
    backUpDocuments(this, from.backupPlanId, this.clean)
    keptWhenItFails(this.check, { ground: data.ground, lost, retries: 2, seconds: 21_600 })
    told(this, this, lost)
    sweeps(this, data, { check: this.check, lost })
  }
}

type Buckets = Pick<UploadsStack, 'quarantine' | 'clean'>

const checkOf = (scope: Stack, data: Kept, { quarantine, clean }: Buckets): ServiceFunction =>
  new ServiceFunction(scope, 'CheckUpload', {
    ground: data.ground,
    entry: 'check-upload',
    does: 'Keeps or refuses each file when the malware scan has spoken',
    ifItFails: 'Files stay at “we are checking this file” and staff cannot open them',
    environment: {
      ...settingsOf(data),
      ...answersSettings(data),
      UPLOAD_BUCKET: quarantine.bucketName,
      CLEAN_BUCKET: clean.bucketName,
      SECRETS_NAME: secretNames(data.ground.stage).keys,
    },
    may: [mayOpenAnswers(data), ...mayNote(data), ...mayMove(data, { quarantine, clean }), ...mayReadSecrets(data)],
    stars: {
      [`<Quarantine23FF09FE.Arn>/${uploadKey('*')}`]: 'It judges every file that lands, whatever its key.',
      '<Clean5C95EE93.Arn>/*': 'It keeps every file that passed, and clears away what belongs to nothing.',
    },
    seconds: 300,
    // A file of 30 MB is held whole, twice; a photo of 50 million pixels takes 700 MB while its JPG is made.
    megabytes: 1536,
    atOnce: 10,
  })

// A document that turned out bad after it was sent opens its draft again and tells the applicant.
const mayNote = ({ ground, tables: { main, audit } }: Kept) => [
  mayUse(main, ['GetItem'], [items.drafts, items.words]),
  mayUse(main, ['BatchGetItem'], [items.cases, items.texts]),
  mayUse(main, ['Query'], [items.drafts, items.cases]),
  // Files that wait and whose bytes are gone.
  mayQuery(main, ['due'], [items.uncheckedOfDrafts]),
  mayUse(main, ['PutItem'], [items.drafts, items.cases, items.texts, items.found]),
  mayUse(main, ['UpdateItem'], [items.drafts, items.cases]),
  mayUse(main, ['ConditionCheckItem'], [items.drafts]),
  mayUse(audit, ['PutItem']),
  mayOpenAndSeal(ground, 'dynamodb'),
]

// To list the bucket is what makes S3 say "not there" instead of "not allowed" (S3 API reference, HeadObject).
const mayMove = ({ ground }: Kept, { quarantine, clean }: Buckets) => [
  may(['s3:GetObject', 's3:DeleteObject'], quarantine.arnForObjects(uploadKey('*'))),
  may(['s3:ListBucket'], [quarantine.bucketArn, clean.bucketArn]),
  may(['s3:PutObject', 's3:DeleteObject'], clean.arnForObjects('*')),
  mayOpenAndSeal(ground, 's3'),
]

// Both events may come more than once and in any order; one that failed every time is laid aside.
const told = (scope: Stack, { quarantine, check }: UploadsStack, lost: Queue): void => {
  const { bucketName } = quarantine
  const calls = { check, lost }
  call(scope, 'Landed', calls, {
    source: ['aws.s3'],
    'detail-type': ['Object Created'],
    detail: { bucket: { name: [bucketName] } },
  })
  call(scope, 'Scanned', calls, {
    source: ['aws.guardduty'],
    'detail-type': ['GuardDuty Malware Protection Object Scan Result'],
    detail: { s3ObjectDetails: { bucketName: [bucketName] } },
  })
}

// A scan that never came back is noticed within minutes; what was kept for nothing goes at night.
const sweeps = (scope: Stack, { ground }: Kept, { check: target, lost }: Calls): void => {
  every(scope, 'Late', { ground, rate: 'rate(5 minutes)', target, says: { every: 'while' }, lost })
  every(scope, 'Orphans', { ground, rate: 'cron(0 3 * * ? *)', target, says: { every: 'night' }, lost })
}

type Calls = { readonly check: ServiceFunction; readonly lost: Queue }

const call = (scope: Stack, id: string, { check, lost }: Calls, eventPattern: object): void => {
  const rule = new CfnRule(scope, id, {
    eventPattern,
    targets: [
      {
        id: 'check',
        arn: check.live.functionArn,
        deadLetterConfig: { arn: lost.queueArn },
        retryPolicy: { maximumRetryAttempts: 3, maximumEventAgeInSeconds: 7200 },
      },
    ],
  })
  calledBy(scope, id, check, { service: 'events.amazonaws.com', source: rule.attrArn })
  lost.addToResourcePolicy(
    new PolicyStatement({
      principals: [new ServicePrincipal('events.amazonaws.com')],
      actions: ['sqs:SendMessage'],
      resources: [lost.queueArn],
      conditions: { ArnEquals: { 'aws:SourceArn': rule.attrArn } },
    }),
  )
}
