// What the job stands on that offers time to the waiting list.
import { configFrom } from '#adapters/config.ts'
import { holdStore } from '#adapters/dynamo/booking/holds.ts'
import { caseStore } from '#adapters/dynamo/cases/cases.ts'
import { switchStore } from '#adapters/dynamo/staff/switches.ts'
import { wordingStore } from '#adapters/dynamo/texts/wordings.ts'
import { knownSwitches } from '#adapters/known-switches.ts'
import { consoleLog } from '#adapters/log.ts'
import { systemClock, systemIds, systemKeys } from '#adapters/system.ts'
import { isOpenState, services } from '#services/catalogue.ts'
import type { OfferPorts } from '#usecases/booking/offer-times.ts'
import { sealedTableFrom } from './residents.ts'

type Env = Readonly<Record<string, string | undefined>>

export const offersFrom = (env: Env): OfferPorts => {
  const config = configFrom(env)
  const clock = systemClock(config.CLOCK_FILE)
  const table = sealedTableFrom(config, env, clock)
  const [keys, ids] = [systemKeys(config.SECRET_KEY), systemIds()]
  const log = consoleLog('offer-times', config.LOG_FILE)
  return {
    clock,
    ids,
    keys,
    cases: caseStore(table, keys, isOpenState),
    holds: holdStore(table, ids.secret, () => performance.now()),
    switches: knownSwitches(switchStore(table), clock, log),
    wordings: wordingStore(table),
    citizenOrigin: config.CITIZEN_ORIGIN,
    services,
    log,
  }
}
