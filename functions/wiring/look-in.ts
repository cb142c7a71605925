// What the function stands on that looks in as a resident would. Apart from the other wiring: it needs the services' names and nothing else.
import { askOnce } from '#adapters/ask-once.ts'
import { consoleLog } from '#adapters/log.ts'
import { services } from '#services/catalogue.ts'
import type { Log } from '#usecases/ports/log.ts'
import type { LookPorts } from '#usecases/running/look-in.ts'

type Env = Readonly<Record<string, string | undefined>>

export const lookInFrom = (env: Env): LookPorts & { readonly log: Log } => ({
  services,
  get: (path) => askOnce(new URL(path, env.CITIZEN_ORIGIN), { 'user-agent': 'guildhall-look-in' }),
  log: consoleLog('look-in'),
})
