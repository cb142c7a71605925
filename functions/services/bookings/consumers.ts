// Who uses each answer of the appointment form.
import { byBoth as both, type Consumer, byPerson as person, byRule as rule } from '#domain/rules/consumer.ts'

export const consumers: Readonly<Record<string, Consumer>> = {
  TIMETABLE: rule('Which times are free for this kind of appointment, place and person'),
  CONTACT: both('The texts, the list of the day, and staff who phone: who comes and how to reach them'),
  officer: person('The officer who prepares for the person: what it is about, and what they need in the room'),
}
