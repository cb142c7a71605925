// Once a night, by the schedule.
import { type ErasingPorts, eraseAgreed } from '#usecases/running/erase-agreed.ts'

export const eraseAgreedHandler = (ports: ErasingPorts) => async (): Promise<void> => {
  const { erased, refused, left } = await eraseAgreed(ports)
  ports.log({ level: 'info', event: 'erased-tonight', count: erased })
  if (refused > 0) ports.log({ level: 'warn', event: 'not-erased-tonight', count: refused })
  // The receipt says so too; the alarm tells of it.
  if (left > 0) throw new Error(`${left} items still name somebody who was erased`)
}
