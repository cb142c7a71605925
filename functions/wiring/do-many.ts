// What the job stands on that goes on with many cases at once.
import { configFrom } from '#adapters/config.ts'
import { caseStore } from '#adapters/dynamo/cases/cases.ts'
import { bulkStore } from '#adapters/dynamo/staff/bulk-store.ts'
import { switchStore } from '#adapters/dynamo/staff/switches.ts'
import { teamStore } from '#adapters/dynamo/staff/team-store.ts'
import { wordingStore } from '#adapters/dynamo/texts/wordings.ts'
import { knownSwitches } from '#adapters/known-switches.ts'
import { consoleLog } from '#adapters/log.ts'
import { systemClock, systemIds, systemKeys } from '#adapters/system.ts'
import { isOpenState, services } from '#services/catalogue.ts'
import type { RunPorts } from '#usecases/team/run-bulk.ts'
import { sealedTableFrom } from './residents.ts'

type Env = Readonly<Record<string, string | undefined>>

export const manyFrom = (env: Env): RunPorts => {
  const config = configFrom(env)
  const clock = systemClock(config.CLOCK_FILE)
  const table = sealedTableFrom(config, env, clock)
  const keys = systemKeys(config.SECRET_KEY)
  const log = consoleLog('do-many', config.LOG_FILE)
  return {
    clock,
    keys,
    ids: systemIds(),
    cases: caseStore(table, keys, isOpenState),
    team: teamStore(table),
    bulk: bulkStore(table),
    switches: knownSwitches(switchStore(table), clock, log),
    wordings: wordingStore(table),
    citizenOrigin: config.CITIZEN_ORIGIN,
    services,
    log,
  }
}
