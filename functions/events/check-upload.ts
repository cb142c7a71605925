// Two events of EventBridge: a file landed in quarantine (S3, "Object Created"), and the malware scan has spoken (GuardDuty User Guide,
// "Monitoring S3 object scans with Amazon EventBridge"). Both may come more than once, and in any order. Two schedules sweep up.
import * as v from 'valibot'
import { type CheckPorts, noteArrival, type Scanned, takeVerdict } from '#usecases/files/check-upload.ts'
import { sweepKept, sweepWaiting } from '#usecases/files/sweep-uploads.ts'

export const checkUploadHandler =
  (ports: CheckPorts & { readonly quarantine: string }) =>
  async (event: unknown): Promise<void> => {
    if (v.is(scheduled, event)) return sweep(ports, event.every)
    const told = toldBy(event)
    const id = told?.bucket === ports.quarantine ? idIn(told.key) : undefined
    if (told === undefined || id === undefined) return ports.log({ level: 'warn', event: 'upload-event-not-ours' })
    if (told.is === 'arrival') return noteArrival(ports, id)
    await takeVerdict(ports, { id, etag: told.etag, scan: told.scan })
  }

// What is kept grows with the years and is gone through at night; what waits is few. On a laptop one schedule does both.
const sweep = async (ports: CheckPorts, every: 'night' | 'while' | undefined): Promise<void> => {
  if (every !== 'night') await sweepWaiting(ports)
  if (every !== 'while') await sweepKept(ports)
}

type Told =
  | { readonly is: 'arrival'; readonly bucket: string; readonly key: string }
  | {
      readonly is: 'verdict'
      readonly bucket: string
      readonly key: string
      readonly etag: string
      readonly scan: Scanned
    }

const scheduled = v.object({ source: v.literal('aws.scheduler'), every: v.optional(v.picklist(['night', 'while'])) })

const arrival = v.object({
  source: v.literal('aws.s3'),
  'detail-type': v.literal('Object Created'),
  detail: v.object({ bucket: v.object({ name: v.string() }), object: v.object({ key: v.string() }) }),
})

const scanResult = v.object({
  source: v.literal('aws.guardduty'),
  'detail-type': v.literal('GuardDuty Malware Protection Object Scan Result'),
  detail: v.object({
    scanStatus: v.string(),
    resourceType: v.literal('S3_OBJECT'),
    s3ObjectDetails: v.object({ bucketName: v.string(), objectKey: v.string(), eTag: v.string() }),
    scanResultDetails: v.object({
      scanResultStatus: v.string(),
      statusReasons: v.nullish(v.array(v.string()), []),
    }),
  }),
})

const toldBy = (event: unknown): Told | undefined => {
  const landed = v.safeParse(arrival, event)
  if (landed.success) {
    const { bucket, object } = landed.output.detail
    return { is: 'arrival', bucket: bucket.name, key: object.key }
  }
  const scanned = v.safeParse(scanResult, event)
  if (!scanned.success) return undefined
  const { s3ObjectDetails: object } = scanned.output.detail
  return {
    is: 'verdict',
    bucket: object.bucketName,
    key: object.objectKey,
    etag: object.eTag.replaceAll('"', ''),
    scan: scanOf(scanned.output.detail),
  }
}

// Only a scan that was completed and found nothing lets a file pass; a word that is new to us does not.
const scanOf = ({ scanStatus, scanResultDetails }: v.InferOutput<typeof scanResult>['detail']): Scanned => {
  const { scanResultStatus: said, statusReasons: reasons } = scanResultDetails
  if (said === 'NO_THREATS_FOUND') return scanStatus === 'COMPLETED' ? 'clean' : 'failed'
  if (said === 'THREATS_FOUND') return 'malware'
  return said === 'UNSUPPORTED' && reasons?.includes('PASSWORD_PROTECTED') === true ? 'locked' : 'failed'
}

const idIn = (key: string): string | undefined => /^quarantine\/([a-z0-9-]{8,64})$/.exec(key)?.[1]
