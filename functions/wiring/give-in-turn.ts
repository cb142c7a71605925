// What the job stands on that gives cases in turn.
import { configFrom } from '#adapters/config.ts'
import { caseStore } from '#adapters/dynamo/cases/cases.ts'
import { teamStore } from '#adapters/dynamo/staff/team-store.ts'
import { consoleLog } from '#adapters/log.ts'
import { systemClock, systemIds, systemKeys } from '#adapters/system.ts'
import { isOpenState, services } from '#services/catalogue.ts'
import type { GivingPorts } from '#usecases/team/give-in-turn.ts'
import { sealedTableFrom } from './residents.ts'

type Env = Readonly<Record<string, string | undefined>>

export const turnsFrom = (env: Env): GivingPorts => {
  const config = configFrom(env)
  const clock = systemClock(config.CLOCK_FILE)
  const table = sealedTableFrom(config, env, clock)
  return {
    clock,
    ids: systemIds(),
    cases: caseStore(table, systemKeys(config.SECRET_KEY), isOpenState),
    team: teamStore(table),
    services,
    log: consoleLog('give-in-turn', config.LOG_FILE),
  }
}
