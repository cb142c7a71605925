// What the nightly job stands on.
import { configFrom } from '#adapters/config.ts'
import { caseStore } from '#adapters/dynamo/cases/cases.ts'
import { draftStore } from '#adapters/dynamo/drafts/drafts.ts'
import { wordingStore } from '#adapters/dynamo/texts/wordings.ts'
import { consoleLog } from '#adapters/log.ts'
import { systemClock, systemIds, systemKeys } from '#adapters/system.ts'
import { isOpenState, services } from '#services/catalogue.ts'
import type { NightPorts } from '#usecases/casework/recalculate.ts'
import { sealedTableFrom } from './residents.ts'

type Env = Readonly<Record<string, string | undefined>>

export const nightFrom = (env: Env): NightPorts => {
  const config = configFrom(env)
  const clock = systemClock(config.CLOCK_FILE)
  const table = sealedTableFrom(config, env, clock)
  const keys = systemKeys(config.SECRET_KEY)
  return {
    clock,
    ids: systemIds(),
    keys,
    cases: caseStore(table, keys, isOpenState),
    drafts: draftStore(table, keys),
    services,
    wordings: wordingStore(table),
    citizenOrigin: config.CITIZEN_ORIGIN,
    log: consoleLog('nightly', config.LOG_FILE),
  }
}
