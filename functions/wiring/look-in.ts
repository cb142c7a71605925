// What the function stands on that looks in as a resident would. Apart from the other wiring: it needs the services' names and nothing else.
import { askOnce } from '#adapters/aws/ask-once.ts'
import { consoleLog } from '#adapters/log.ts'
import { services } from '#services/catalogue.ts'
import type { Log } from '#usecases/ports/log.ts'
import type { LookPorts } from '#usecases/running/look-in.ts'

type Env = Readonly<Record<string, string | undefined>>

export const lookInFrom = (env: Env): LookPorts & { readonly log: Log } => ({
  services,
  get: async (path) => {
    const { status, text } = await askOnce({ url: new URL(path, env.CITIZEN_ORIGIN), ...plainly })
    return { status, text }
  },
  log: consoleLog('look-in'),
})

const plainly = { method: 'GET', headers: { 'user-agent': 'guildhall-look-in' }, body: '' } as const
