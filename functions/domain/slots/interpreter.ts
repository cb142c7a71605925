// Whether an interpreter who was asked for is known to come (docs/rules/bookings.md, "Resources").
import type { Day } from '../day.ts'
import { workingDaysBetween } from '../working-days.ts'
import type { Appointment } from './appointment.ts'

// Working days before the appointment from which it is pressing. To confirm.
export const pressingDays = 2

export const isToConfirm = ({ interpreter, interpreterBy, cancelled }: Appointment): boolean =>
  interpreter && interpreterBy === undefined && cancelled !== true

export const isPressing = (appointment: Appointment, today: Day): boolean =>
  isToConfirm(appointment) && appointment.day >= today && workingDaysBetween(today, appointment.day) <= pressingDays
