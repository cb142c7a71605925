// What somebody would have and be told, if this were done: nothing is stored and nothing sent.
import { actionForBlock } from '#domain/cases/steps/for-block.ts'
import type { Appointment } from '#domain/slots/appointment.ts'
import type { Bookable } from '#services/service.ts'
import { type TextPorts, textsFor } from '../texts/decide-text.ts'
import type { BookedInBlock } from './close-time.ts'
import { byTreatment, type Choice } from './treat.ts'

export type Preview = { readonly appointment: Appointment; readonly text?: string }

export const treatmentPreviewOf = async (
  ports: TextPorts,
  service: Bookable,
  { subject, appointment: had }: BookedInBlock,
  { is, to }: Choice,
): Promise<Preview> => {
  const appointment = to === undefined ? had : { ...had, day: to.day, from: timeIn(to.time) }
  const template = is === 'call' ? undefined : actionForBlock(service.workflow, byTreatment[is])?.text
  if (template === undefined) return { appointment }
  const [text] = await textsFor(ports, service, { ...subject, appointment }, [{ template }])
  return text === undefined ? { appointment } : { appointment, text: text.body }
}

// Of a slot's id: "0930.housing-1.dor-room-1".
const timeIn = (id: string): string => `${id.slice(0, 2)}:${id.slice(2, 4)}`
