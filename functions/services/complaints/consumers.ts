// Who uses each answer of the complaint form.
import { byBoth as both, type Consumer, byPerson as person, byRule as rule } from '#domain/rules/consumer.ts'

export const consumers: Readonly<Record<string, Consumer>> = {
  OMBUDSMAN: both('Which ombudsman it can go to, and who looks into it'),
  CONCERNS: rule('Which case it is about, so that nobody who had a part in that answers it'),
  TWELVE: rule('Whether it came within 12 months'),
  CONTACT: both('The texts, emails and letters, and whoever answers: who complains and how to reach them safely'),
  CONSENT: person('Whether the person agrees that somebody complains for them'),
  officer: person('Whoever looks into it: what happened, and what would put it right'),
}
