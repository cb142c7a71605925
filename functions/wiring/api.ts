// What the API stands on. Apart from the other wiring: only this one reads tokens of clients.
import { configFrom } from '#adapters/config.ts'
import { auditLog } from '#adapters/dynamo/cases/audit.ts'
import { taskStore } from '#adapters/dynamo/cases/case-tasks.ts'
import { caseStore } from '#adapters/dynamo/cases/cases.ts'
import { onceStore, rateStore, sharedCaseStore } from '#adapters/dynamo/sharing/api-store.ts'
import { feedStore } from '#adapters/dynamo/sharing/feed-store.ts'
import { switchStore } from '#adapters/dynamo/staff/switches.ts'
import { outboxStore } from '#adapters/dynamo/texts/outbox.ts'
import { stoppedStore } from '#adapters/dynamo/texts/stopped.ts'
import { knownSwitches } from '#adapters/known-switches.ts'
import { consoleLog } from '#adapters/log.ts'
import { systemClock, systemIds, systemKeys } from '#adapters/system.ts'
import { apiTokens } from '#adapters/tokens.ts'
import { hooksIn } from '#adapters/webhooks/known-hooks.ts'
import { isOpenState, services } from '#services/catalogue.ts'
import type { Clock } from '#usecases/ports/stores.ts'
import type { Api } from '#web/api/visit.ts'
import { sealedTableFrom } from './residents.ts'
import { heldKey } from './secret-key.ts'

type Env = Readonly<Record<string, string | undefined>>

export const apiFrom = (env: Env, clock: Clock = systemClock(env.CLOCK_FILE)): Api => {
  const config = configFrom(env)
  const table = sealedTableFrom(config, env, clock)
  const keys = systemKeys(config.SECRET_KEY)
  const log = consoleLog('api', config.LOG_FILE, env.AWS_LAMBDA_FUNCTION_VERSION)
  const { OIDC_ISSUER: issuer, API_CLIENTS: clients } = config
  if (issuer === undefined) throw new Error('OIDC_ISSUER must be set')
  return {
    clock,
    ids: systemIds(),
    keys,
    tokens: apiTokens({ issuer, clients }),
    rates: rateStore(table),
    once: onceStore(table),
    shared: sharedCaseStore(table),
    feed: feedStore(table),
    hooks: hooksIn({ clients, said: config.API_HOOKS, keys }),
    cases: caseStore(table, keys, isOpenState),
    tasks: taskStore(table),
    outbox: outboxStore(table),
    stopped: stoppedStore(table),
    callbackKey: heldKey(env, config.NOTIFY_CALLBACK_KEY, config.NOTIFY_CALLBACK_SECRET),
    audit: auditLog(table),
    switches: knownSwitches(switchStore(table), clock, log),
    services,
    log,
  }
}
