// What the job stands on that sends webhooks. Apart from the other wiring: only this one calls addresses of others.
import { configFrom } from '#adapters/config.ts'
import { sharedCaseStore } from '#adapters/dynamo/sharing/api-store.ts'
import { feedStore } from '#adapters/dynamo/sharing/feed-store.ts'
import { hookStore } from '#adapters/dynamo/sharing/hook-store.ts'
import { consoleLog } from '#adapters/log.ts'
import { systemClock, systemKeys } from '#adapters/system.ts'
import { hooksIn } from '#adapters/webhooks/known-hooks.ts'
import { hookPost } from '#adapters/webhooks/post.ts'
import { webhookHeaders } from '#adapters/webhooks/sign.ts'
import type { Clock } from '#usecases/ports/stores.ts'
import type { HookPorts } from '#usecases/sharing/send-hooks.ts'
import { tableFrom } from './residents.ts'

type Env = Readonly<Record<string, string | undefined>>

export const hooksFrom = (env: Env, clock: Clock = systemClock(env.CLOCK_FILE)): HookPorts => {
  const config = configFrom(env)
  const table = tableFrom(config, env)
  return {
    clock,
    feed: feedStore(table),
    shared: sharedCaseStore(table),
    store: hookStore(table),
    hooks: hooksIn({ clients: config.API_CLIENTS, said: config.API_HOOKS, keys: systemKeys(config.SECRET_KEY) }),
    // The host on a laptop shifts the clock by a file; nothing else has one.
    post: hookPost({ loopback: config.CLOCK_FILE !== undefined }),
    headersOf: webhookHeaders,
    log: consoleLog('send-hooks', config.LOG_FILE),
  }
}
