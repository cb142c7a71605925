// What the function stands on that checks uploads. Apart from the other wiring: only this one carries the S3 client.

import { s3Files } from '#adapters/aws/s3-files.ts'
import { configFrom } from '#adapters/config.ts'
import { caseStore } from '#adapters/dynamo/cases/cases.ts'
import { draftStore } from '#adapters/dynamo/drafts/drafts.ts'
import { uploadStore } from '#adapters/dynamo/files/uploads.ts'
import { wordingStore } from '#adapters/dynamo/texts/wordings.ts'
import { consoleLog } from '#adapters/log.ts'
import { heicPicture } from '#adapters/pictures/heic-picture.ts'
import { opensWithoutPassword } from '#adapters/pictures/pdf-lock.ts'
import { pdfActs, pdfPages } from '#adapters/pictures/pdf-pages.ts'
import { systemClock, systemIds, systemKeys } from '#adapters/system.ts'
import { isOpenState, services } from '#services/catalogue.ts'
import type { CheckPorts } from '#usecases/files/check-upload.ts'
import { sealedTableFrom } from './residents.ts'

type Env = Readonly<Record<string, string | undefined>>

export const checkUploadFrom = (env: Env): CheckPorts & { readonly quarantine: string } => {
  const config = configFrom(env)
  const clock = systemClock(config.CLOCK_FILE)
  const table = sealedTableFrom(config, env, clock)
  const keys = systemKeys(config.SECRET_KEY)
  return {
    clock,
    ids: systemIds(),
    keys,
    drafts: draftStore(table, keys),
    cases: caseStore(table, keys, isOpenState),
    uploads: uploadStore(table),
    files: s3Files({
      region: config.AWS_REGION,
      quarantine: config.UPLOAD_BUCKET,
      clean: config.CLEAN_BUCKET,
      ...(config.S3_ENDPOINT === undefined ? {} : { endpoint: config.S3_ENDPOINT }),
    }),
    pdfPages,
    pdfOpens: opensWithoutPassword,
    pdfActs,
    pictureOf: heicPicture,
    services,
    wordings: wordingStore(table),
    citizenOrigin: config.CITIZEN_ORIGIN,
    quarantine: config.UPLOAD_BUCKET,
    log: consoleLog('check-upload', config.LOG_FILE),
  }
}
