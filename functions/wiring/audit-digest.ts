// What the function stands on that signs the audit trail's days. Apart from the other wiring: it reads no answers.
import { auditArchive } from '#adapters/aws/audit-archive.ts'
import { auditTrail } from '#adapters/aws/audit-trail.ts'
import { awsIn } from '#adapters/aws/clients.ts'
import { kmsSigner } from '#adapters/aws/kms.ts'
import { consoleLog } from '#adapters/log.ts'
import { sha256Of, systemClock } from '#adapters/system.ts'
import type { DigestPorts } from '#usecases/running/digest-audit.ts'

type Env = Readonly<Record<string, string | undefined>>

export const auditDigestFrom = (env: Env): DigestPorts => {
  const region = env.AWS_REGION ?? 'eu-west-2'
  return {
    clock: systemClock(env.CLOCK_FILE),
    archive: auditArchive({
      region,
      bucket: env.ARCHIVE_BUCKET ?? '',
      ...(env.S3_ENDPOINT === undefined ? {} : { endpoint: env.S3_ENDPOINT }),
    }),
    trail: auditTrail({
      region,
      table: env.AUDIT_TABLE_NAME ?? '',
      ...(env.DYNAMODB_ENDPOINT === undefined ? {} : { endpoint: env.DYNAMODB_ENDPOINT }),
    }),
    sign: kmsSigner({ ...awsIn(env, 'kms', env.KMS_ENDPOINT), key: env.DIGESTS_SIGNED_BY ?? '' }),
    sha256: sha256Of,
    log: consoleLog('audit-digest', env.LOG_FILE),
  }
}
