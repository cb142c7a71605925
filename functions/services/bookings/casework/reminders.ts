// Reminders by text: two days before and two hours before, not for what was booked less than a day ahead (docs/rules/bookings.md, "Reminders").
import type { Appointment } from '#domain/slots/appointment.ts'
import type { TextToSend } from '#domain/texts/text.ts'

const hour = 3_600_000

export const remindersFor = ({ startsAt }: Appointment, now: number): readonly TextToSend[] => {
  if (startsAt - now < 24 * hour) return []
  const days = { template: 'reminder-days', dueAt: startsAt - 48 * hour, notAfter: startsAt - 4 * hour }
  const hours = { template: 'reminder-hours', dueAt: startsAt - 2 * hour, notAfter: startsAt }
  return [days, hours].filter(({ dueAt }) => dueAt > now)
}
