// Called each minute.
import { goOnWithBulks, type RunPorts } from '#usecases/team/run-bulk.ts'

export const doManyHandler = (ports: RunPorts) => async (): Promise<void> => {
  const count = await goOnWithBulks(ports)
  if (count > 0) ports.log({ level: 'info', event: 'done-on-many', count })
}
