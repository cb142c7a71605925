// Called every five minutes; throwing is what rings the alarm.
import type { Log } from '#usecases/ports/log.ts'
import { type LookPorts, lookIn } from '#usecases/running/look-in.ts'

export const lookInHandler = (ports: LookPorts & { readonly log: Log }) => async (): Promise<void> => {
  const wrong = await lookIn(ports)
  ports.log({ level: wrong.length > 0 ? 'error' : 'info', event: 'looked-in', count: wrong.length })
  if (wrong.length > 0) throw new Error(wrong.join('; '))
}
