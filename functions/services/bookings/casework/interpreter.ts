// An interpreter is asked for with the appointment, and comes when the supplier has said so (docs/rules/bookings.md, "Resources").
import type { Action } from '#domain/cases/workflow.ts'
import { actorName } from '#domain/cases/workflow.ts'
import { text } from '#domain/forms/ask.ts'
import { one } from '#domain/forms/kind.ts'

const staff = ['bookings-staff', 'customer-adviser', 'team-manager'] as const

export const interpreterActions: readonly Action[] = [
  {
    id: 'confirm-interpreter',
    label: 'Note that the interpreter is confirmed',
    history: 'noted that the interpreter is confirmed',
    ...{ from: ['confirmed'], to: 'same', who: staff },
    needs: {
      supplier: text('Who confirmed it', {
        missing: 'Enter who confirmed it',
        hint: 'The company that sends the interpreter. Do not enter the name of a person',
        most: 60,
        for: 'officer',
      }),
    },
    when: ({ appointment }) => appointment?.interpreter === true && appointment.interpreterBy === undefined,
    sets: (typed, { appointment }, today, actor) =>
      appointment === undefined
        ? {}
        : {
            appointment: {
              ...appointment,
              interpreterBy: { supplier: one(typed, 'supplier').trim(), on: today, by: actorName(actor) },
            },
          },
  },
  {
    id: 'interpreter-gone',
    label: 'Note that the interpreter cannot come',
    history: 'noted that the interpreter cannot come',
    ...{ from: ['confirmed'], to: 'same', who: staff },
    when: ({ appointment }) => appointment?.interpreterBy !== undefined,
    sets: (_typed, { appointment }) => {
      if (appointment === undefined) return {}
      const { interpreterBy: _, ...asked } = appointment
      return { appointment: asked }
    },
  },
]
