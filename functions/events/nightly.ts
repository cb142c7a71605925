// Once a night, by the schedule.
import { chaseDocuments } from '#usecases/chase-documents.ts'
import { type NightPorts, recalculate } from '#usecases/recalculate.ts'

export const nightlyHandler = (ports: NightPorts) => async (): Promise<void> => {
  const count = await recalculate(ports)
  ports.log({ level: 'info', event: 'recalculated', count })
  ports.log({ level: 'info', event: 'documents-chased', count: await chaseDocuments(ports) })
}
