// Pages about whoever is booked in time that was closed, as they stand at each step.
import type { Appointment } from '#domain/slots/appointment.ts'
import type { Block } from '#domain/slots/block.ts'
import type { Impact } from '#domain/slots/impact.ts'
import { bookings } from '#services/bookings/service.ts'
import type { BookedInBlock } from '#usecases/booking/close-time.ts'
import type { StaffAround } from '#web/show/staff/around.ts'
import { choiceInWords } from '#web/show/staff/front-desk/impact-pages.ts'
import { staffPages } from '#web/show/staff/pages.ts'

type Given = {
  readonly staff: StaffAround
  readonly block: Block
  readonly subject: BookedInBlock['subject']
  readonly appointment: Appointment
  readonly at: number
}

export const blockSamples = ({ staff: around, block, subject, appointment, at }: Given): Record<string, string> => {
  const { reference } = subject
  const booked = { subject, appointment }
  const deed = { at, by: 'A "<b>" manager' }
  const had = { what: appointment.what, place: appointment.place, day: appointment.day, from: appointment.from }
  const called: Impact = { block: block.id, reference, had, is: 'call', done: deed, calls: [] }
  const moved: Impact = { ...called, is: 'move', calls: [{ ...deed, outcome: 'No answer' }] }
  const ended: Impact = { ...moved, ended: { ...deed, as: 'kept' } }
  const { claimants, buckets, day, from, until, startsAt, endsAt, place } = appointment
  const slot = { id: '0930.housing-1', day, from, until, startsAt, endsAt, place, claimants, buckets }
  const { timetable } = bookings.booking
  const proposed = { reference, is: 'move', why: 'near', swap: slot, move: slot } as const
  const other = { subject: { ...subject, reference: 'BBC2-1111' }, appointment }
  const one = { booked: other, proposed: { reference: 'BBC2-1111', is: 'call', why: 'soon' } } as const
  const can = new Set(['swap', 'move', 'link', 'call'] as const)
  const treat = { around, block, timetable, can, action: '/desk/closed/b1/treat' }
  const rows = [{ booked, proposed }, one]
  return {
    'block-begun': staffPages.blockOn({ around, block, list: [{ reference, stage: 'open', booked }] }),
    'block-nobody': staffPages.blockOn({ around, block: { ...block, whole: true }, list: [] }),
    'block-treated': staffPages.blockOn({
      ...{ around, block: { ...block, whole: true }, problem: 'Somebody else <b> closed time' },
      list: [
        { reference, stage: 'open', booked },
        { reference: 'BBC2-1111', stage: 'chosen', booked, impact: { ...called, chosen: deed } },
        { reference: 'BBC2-2222', stage: 'to-call', impact: called },
        { reference: 'BBC2-3333', stage: 'ended', impact: ended },
      ],
    }),
    'block-opening': staffPages.blockOn({ around, block: { ...block, opening: true }, list: [] }),
    treat: staffPages.treat({ ...treat, rows }),
    'treat-nothing': staffPages.treat({ ...treat, rows, problem: 'Select what to do for somebody' }),
    'treat-preview': staffPages.treatPreview({
      ...{ around, action: '/desk/closed/b1/treat' },
      rows: [
        {
          booked,
          is: 'move',
          value: 'move.2026-12-04.0930.housing-1',
          words: choiceInWords('move', slot),
          text: 'A <b>',
        },
        { booked: other, is: 'call', value: 'call', words: choiceInWords('call', slot) },
      ],
    }),
    calls: staffPages.calls({
      ...{ around, done: reference },
      rows: [
        { booked, impact: called, block, moved: false },
        { booked, impact: moved, block, moved: true },
      ],
    }),
    'calls-none': staffPages.calls({ around, rows: [] }),
  }
}
