// What the job stands on that erases what was agreed. Apart from the other wiring: only this one may remove what people said.
import { configFrom } from '#adapters/config.ts'
import { worklist } from '#adapters/dynamo/cases/worklist.ts'
import { bucketsIn } from '#adapters/erasing/bucket.ts'
import { erase } from '#adapters/erasing/erase.ts'
import { receiptArchive } from '#adapters/erasing/receipts.ts'
import { consoleLog } from '#adapters/log.ts'
import { systemClock, systemKeys } from '#adapters/system.ts'
import { isUnderWay } from '#services/catalogue.ts'
import type { ErasingPorts } from '#usecases/running/erase-agreed.ts'
import { tableFrom } from './residents.ts'

type Env = Readonly<Record<string, string | undefined>>

export const erasingFrom = (env: Env): ErasingPorts => {
  const config = configFrom(env)
  const clock = systemClock(config.CLOCK_FILE)
  const table = tableFrom(config, env)
  const keys = systemKeys(config.SECRET_KEY)
  const client = bucketsIn(config.AWS_REGION, config.S3_ENDPOINT)
  const receipts = receiptArchive({ client, name: env.ARCHIVE_BUCKET ?? '' })
  const eraser = {
    ...{ endpoint: config.DYNAMODB_ENDPOINT, region: config.AWS_REGION, table, keys, isOpen: isUnderWay },
    ...{ bucket: { client, name: config.CLEAN_BUCKET }, now: clock.now, keep: receipts.keep },
    readers: 8,
  }
  return {
    clock,
    cases: { worklist: (query) => worklist(table, query) },
    erase: (cases) => erase(eraser, cases),
    log: consoleLog('erase-agreed', config.LOG_FILE),
  }
}
