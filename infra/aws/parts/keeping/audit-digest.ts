// Each night the audit trail's last day is signed, with a key that no one can take away and that
// signs nothing else (docs/guarantees.md, "Audit log").
import { Duration, RemovalPolicy, type Stack } from 'aws-cdk-lib'
import { MathExpression } from 'aws-cdk-lib/aws-cloudwatch'
import { Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms'
import type { Bucket } from 'aws-cdk-lib/aws-s3'
import { alarm } from '../alarm.ts'
import type { Ground } from '../ground.ts'
import { keptWhenItFails, lostQueue } from '../lost-queue.ts'
import { may, mayOpen, mayOpenAndSeal } from '../may.ts'
import { every } from '../schedule.ts'
import { ServiceFunction } from '../service-function.ts'
import type { KnownTable } from './tables.ts'

const noticed = 'Nobody: a day of the audit trail is not signed yet, and is made up the night after'

export type Signed = { readonly ground: Ground; readonly archive: Bucket; readonly table: KnownTable }

export const auditDigest = (scope: Stack, { ground, archive, table }: Signed): ServiceFunction => {
  const key = signingKey(scope, ground)
  const digest = digestOf(scope, ground, { archive, key, table })
  const lost = lostQueue(scope, 'NotSigned', { ground, ifItFails: noticed })
  // When what came before midnight has been delivered: Firehose waits five minutes, and tries again for an hour and more.
  keptWhenItFails(digest, { ground, lost, retries: 2, seconds: 21_600 })
  every(scope, 'Night', { ground, rate: 'cron(15 3 * * ? *)', target: digest, lost })
  const period = Duration.days(1)
  alarm(scope, 'NoDigest', {
    ground,
    ifItFails: noticed,
    more: 'Nothing was signed on two days. It rings on the first two days of a stage too.',
    metric: new MathExpression({
      expression: '1 - FILL(runs, 0)',
      usingMetrics: { runs: digest.live.metricInvocations({ period }) },
      period,
    }),
    minutes: 2,
  })
  return digest
}

// KMS does not turn asymmetric keys (KMS Developer Guide, "Rotating AWS KMS keys"): who has to check an old day needs this very one.
const signingKey = (scope: Stack, { stage }: Ground): Key =>
  new Key(scope, 'Digests', {
    alias: `guildhall-${stage.name}-audit-digests`,
    description: `Signs the days of the audit trail of Guildhall ${stage.name}`,
    keySpec: KeySpec.ECC_NIST_P256,
    keyUsage: KeyUsage.SIGN_VERIFY,
    removalPolicy: RemovalPolicy.RETAIN,
  })

const asItSigns = { StringEquals: { 'kms:SigningAlgorithm': 'ECDSA_SHA_256', 'kms:MessageType': 'RAW' } }

type On = { readonly archive: Bucket; readonly key: Key; readonly table: KnownTable }

const digestOf = (scope: Stack, ground: Ground, { archive, key, table }: On): ServiceFunction =>
  new ServiceFunction(scope, 'Digest', {
    ground,
    entry: 'audit-digest',
    does: 'Signs each night what came into the audit trail on the day before',
    ifItFails: noticed,
    environment: {
      ARCHIVE_BUCKET: archive.bucketName,
      AUDIT_TABLE_NAME: table.name,
      DIGESTS_SIGNED_BY: key.keyArn,
    },
    may: [
      may(['s3:ListBucketVersions'], archive.bucketArn),
      may(['s3:GetObjectVersion'], archive.arnForObjects('audit/*')),
      may(['s3:GetObject'], archive.arnForObjects('digests/*')),
      // None can be changed: the bucket's lock holds for these too.
      may(['s3:PutObject'], archive.arnForObjects('digests/*')),
      may(['kms:Sign'], key.keyArn, asItSigns),
      mayOpenAndSeal(ground, 's3'),
      // Of a day of which nothing came: is there anything? It can change none of it.
      may(['dynamodb:Scan'], table.arn),
      mayOpen(ground, 'dynamodb'),
    ],
    stars: {
      '<ArchiveDA4CB258.Arn>/audit/*': 'It reads every entry of a day, whatever its name, and can change none.',
      '<ArchiveDA4CB258.Arn>/digests/*': 'A digest a day, each a new object.',
    },
    seconds: 900,
    megabytes: 512,
    atOnce: 1,
  })
