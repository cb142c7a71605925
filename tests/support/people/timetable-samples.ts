// The pages of a timetable, each with what may stand in it.
import { compiled, type Element, elementsOn, neverPublished, withChanges } from '#domain/slots/elements.ts'
import { bookings } from '#services/bookings/service.ts'
import type { RotaPreview } from '#usecases/booking/rota/publish.ts'
import type { RotaDraft, RotaEdition } from '#usecases/ports/timetables.ts'
import type { StaffAround } from '#web/show/staff/around.ts'
import { staffPages } from '#web/show/staff/pages.ts'

const base = bookings.booking.timetable
const at = '/timetable/bookings'
const by = { id: 'm1', name: 'A "<b>" manager' }
const instant = Date.parse('2026-11-25T10:00:00Z')

const ada: Element = {
  ...{ kind: 'staff', id: 'ada' },
  is: {
    ...{ name: 'Ada <b>', skills: ['housing'], places: ['phone'], anchor: '2026-11-30' },
    weeks: [{ 1: [{ from: '09:00', until: '12:00' }] }, {}],
    away: [{ from: '2026-12-01', until: '2026-12-02', part: { from: '13:00', until: '15:00' } }],
    other: [{ from: '2026-12-05', until: '2026-12-05', hours: [], place: 'video' }],
  },
}
const gone: Element = { kind: 'room', id: 'dor-room-1', is: null }
const changes = [ada, gone]
const next = withChanges(neverPublished, changes, '2026-12-07')

const draft: RotaDraft = {
  ...{ version: 2, changes, by, at: instant },
  plan: { from: '2026-12-07', reason: 'Fewer "<b>" people', asked: { by, at: instant } },
}

type Booked = RotaPreview['uncovered'][number]

const preview = (booked: Booked): RotaPreview => ({
  weeks: [
    { place: 'phone', type: 'housing-advice', monday: '2026-12-07', before: 48, after: 24 },
    { place: 'phone', type: 'council-tax', monday: '2026-12-07', before: 4, after: 24 },
  ],
  ...{ uncovered: [booked], touched: 1, twoPeople: true, days: [], next },
  faults: [
    { words: 'Nobody is "<b>" left', stops: true },
    { words: 'Somebody works long', stops: false },
  ],
  takesOver: [{ ...gone, from: '2026-12-15', n: 1 }],
})

const edition: RotaEdition = {
  ...{ id: 'e1', version: 1, from: '2026-12-07', at: instant, by, asked: by, reason: 'Why "<b>"', whole: false },
  changes: [{ before: gone, after: ada }],
  published: next,
}

export const timetableSamples = (around: StaffAround, booked: Booked): Readonly<Record<string, string>> => {
  const shown = { around, at, base }
  const whole = {
    ...{ around, service: bookings, at, today: '2026-11-30', on: '2026-12-07' },
    elements: [...elementsOn(compiled(base, next), '2026-12-07'), gone],
  }
  return {
    timetables: staffPages.timetables({ around, links: [{ text: 'Book "<b>"', href: at }] }),
    timetable: staffPages.timetable({
      ...{ ...whole, runs: true, draft: new Set(['staff:ada']), coming: [{ ...gone, from: '2026-12-15', n: 1 }] },
      ...{ warnings: ['Bank holidays are known until 31 December 2028 only'], problem: 'Somebody else' },
    }),
    'timetable-read': staffPages.timetable({ ...whole, runs: false, coming: [], warnings: [] }),
    'timetable-begin': staffPages.timetable({ ...whole, runs: true, coming: [], warnings: [] }),
    'rota-draft': staffPages.rotaDraft({ ...shown, draft, mine: true }),
    'rota-draft-empty': staffPages.rotaDraft({ ...shown, draft: { ...draft, changes: [] }, mine: false }),
    'rota-preview': staffPages.rotaPreview({ ...shown, draft, mine: false, preview: preview(booked), problem: 'Look' }),
    'rota-preview-good': staffPages.rotaPreview({
      ...{ ...shown, draft, mine: true },
      preview: { ...preview(booked), faults: [], weeks: [], uncovered: [], takesOver: [] },
    }),
    'rota-versions': staffPages.rotaVersions({ around, at, editions: [edition], runs: true }),
    'rota-versions-none': staffPages.rotaVersions({ around, at, editions: [], runs: true }),
    'rota-version': staffPages.rotaVersion({
      ...{ ...shown, edition, runs: true, pending: true, newest: false, uncovered: [booked] },
    }),
  }
}
