// Does the audit trail hold? `npm run verify:audit -- --bucket NAME --key digests.der`: the archive and its digests against the council's public
// key, as KMS gives it (infra/README.md, "Check the audit trail").
import { createPublicKey, verify } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { auditArchive } from '#adapters/aws/audit-archive.ts'
import { sha256Of, systemClock } from '#adapters/system.ts'
import { isoDay } from '#domain/day.ts'
import { checkedArchive } from '#usecases/running/check-archive.ts'

const { values } = parseArgs({ options: { bucket: { type: 'string' }, key: { type: 'string' } } })
if (values.bucket === undefined || values.key === undefined)
  throw new Error('Say --bucket and --key: the name of the archive, and the file of the public key')

const key = createPublicKey({ key: readFileSync(values.key), format: 'der', type: 'spki' })
const endpoint = process.env.S3_ENDPOINT
const archive = auditArchive({
  region: process.env.AWS_REGION ?? 'eu-west-2',
  bucket: values.bucket,
  ...(endpoint === undefined ? {} : { endpoint }),
})
const { days, objects, faults } = await checkedArchive(archive, {
  today: isoDay(systemClock(process.env.CLOCK_FILE).now()),
  sha256: sha256Of,
  isSigned: (words, signature) => verify('sha256', Buffer.from(words), key, Buffer.from(signature, 'base64')),
})
const end = faults.length === 0 ? 'All holds.' : `${faults.length} faults.`
process.stdout.write(`${[`days: ${days}`, `entries: ${objects}`, ...faults, end].join('\n')}\n`)
if (faults.length > 0) process.exitCode = 1
