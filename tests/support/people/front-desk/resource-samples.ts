// Rooms and equipment as managers see them, and as who only works with them does.
import type { Block } from '#domain/slots/block.ts'
import { bookings } from '#services/bookings/service.ts'
import type { BookedInBlock } from '#usecases/booking/close-time.ts'
import type { StaffAround } from '#web/show/staff/around.ts'
import { staffPages } from '#web/show/staff/pages.ts'

export const resourceSamples = (around: StaffAround, block: Block, booked: BookedInBlock): Record<string, string> => {
  const [room] = bookings.booking.timetable.rooms
  const [tablet] = bookings.booking.timetable.resources ?? []
  if (room === undefined || tablet === undefined) throw new Error('Nothing to show')
  const service = { id: 'bookings', name: 'Book an <b> appointment' }
  const things = [
    { thing: { ...room, name: 'Room "<b>"' }, place: 'Dorchester', takenToday: 65, closed: [block] },
    { thing: tablet, place: 'Dorchester', takenToday: 0, closed: [] },
  ]
  return {
    resources: staffPages.resources({
      ...{ around, groups: [{ service, things, interpreters: [booked], timetable: '/timetable/bookings' }] },
    }),
    'resources-read': staffPages.resources({
      around,
      groups: [service, { ...service, id: 'other' }].map((one) => ({ service: one, things, interpreters: [] })),
    }),
  }
}
