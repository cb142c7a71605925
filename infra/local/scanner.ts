// GuardDuty Malware Protection for S3 on this machine: looks into what lands in quarantine and tells EventBridge, in its own words
// (GuardDuty User Guide, "Monitoring S3 object scans with Amazon EventBridge"). It knows one threat, the EICAR test file.
import { randomUUID } from 'node:crypto'
import type { About } from './s3/store.ts'

export type Landed = { readonly bucket: string; readonly about: About }

export const landedEvent = ({ bucket, about }: Landed, now: number): object => ({
  ...envelope('aws.s3', 'Object Created', `arn:aws:s3:::${bucket}`),
  ...timeOf(now),
  detail: {
    version: '0',
    bucket: { name: bucket },
    object: { key: about.key, size: about.size, etag: bare(about.etag), sequencer: '0062E99A88DC407460' },
    'request-id': randomUUID(),
    requester: account,
    'source-ip-address': '127.0.0.1',
    reason: 'PostObject',
  },
})

export const scanEvent = ({ bucket, about }: Landed, content: Buffer, now: number): object => {
  const threat = content.includes(eicar)
  return {
    ...envelope(
      'aws.guardduty',
      'GuardDuty Malware Protection Object Scan Result',
      `arn:aws:guardduty:${region}:${account}:malware-protection-plan/local`,
    ),
    ...timeOf(now),
    detail: {
      schemaVersion: '1.0',
      scanStatus: 'COMPLETED',
      resourceType: 'S3_OBJECT',
      s3ObjectDetails: {
        bucketName: bucket,
        objectKey: about.key,
        eTag: bare(about.etag),
        versionId: 'null',
        s3Throttled: false,
      },
      scanResultDetails: {
        scanResultStatus: threat ? 'THREATS_FOUND' : 'NO_THREATS_FOUND',
        threats: threat ? [{ name: 'EICAR-Test-File (not a virus)' }] : null,
        statusReasons: null,
      },
    },
  }
}

// In parts, so that this file is not itself taken for the test file.
const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}', '$EICAR-STANDARD-', 'ANTIVIRUS-TEST-FILE!$H+H*'].join('')

const account = '000000000000'
const region = 'eu-west-2'

const envelope = (source: string, type: string, resource: string) => ({
  version: '0',
  id: randomUUID(),
  'detail-type': type,
  source,
  account,
  region,
  resources: [resource],
})

const timeOf = (now: number) => ({ time: new Date(now).toISOString().replace(/\.\d{3}Z$/, 'Z') })

const bare = (etag: string): string => etag.replaceAll('"', '')
