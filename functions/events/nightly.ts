// Once a night, by the schedule.
import { lookTonight } from '#usecases/casework/look-tonight.ts'
import type { NightPorts } from '#usecases/casework/recalculate.ts'

export const nightlyHandler = (ports: NightPorts) => async (): Promise<void> => {
  const { looked, changed, failed } = await lookTonight(ports)
  ports.log({ level: 'info', event: 'looked-at-tonight', count: looked })
  ports.log({ level: 'info', event: 'changed-tonight', count: changed })
  // The schedule then tries again, and the alarm tells of it.
  if (failed > 0) throw new Error(`${failed} cases could not be looked at`)
}
