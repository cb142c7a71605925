// What comes next on an appointment (docs/rules/casework.md, "What comes next"): nothing before its day. A time that comes free is offered
// by itself.
import type { Leads } from '#domain/cases/steps/leads.ts'
import { isPressing } from '#domain/slots/interpreter.ts'

export const leads: Leads = {
  waiting: [],
  offered: [],
  confirmed: [
    {
      actions: ['confirm-interpreter'],
      words: 'Confirm the interpreter',
      when: ({ appointment }, today) =>
        appointment !== undefined && appointment.day > today && isPressing(appointment, today),
    },
    { actions: ['check-in'], when: ({ appointment }, today) => appointment?.day === today },
    {
      actions: ['complete', 'no-show'],
      words: 'Record whether they came',
      when: ({ appointment }, today) => appointment !== undefined && appointment.day < today,
    },
  ],
  'checked-in': [{ actions: ['complete'] }],
  'under-review': [{ actions: ['uphold', 'overturn'], words: 'Decide the review' }],
}
