// Once a night, by the schedule.
import { type NightPorts, recalculate } from '#usecases/recalculate.ts'

export const nightlyHandler = (ports: NightPorts) => async (): Promise<void> => {
  const count = await recalculate(ports)
  ports.log({ level: 'info', event: 'recalculated', count })
}
