// What can be booked, where, with whom and when. Council to confirm: generated for a council of Dorset's size.

import type { Resource } from '#domain/slots/resource.ts'
import type { Hours, Place, StaffRota } from '#domain/slots/rota.ts'
import type { Timetable } from '#domain/slots/timetable.ts'
import { closures } from '#services/closures.ts'
import { council } from '#services/council.ts'

const week = <T>(value: T): Readonly<Record<number, T>> => ({ 1: value, 2: value, 3: value, 4: value, 5: value })
const hours = (from: string, until: string): Hours => ({ from, until })
const wholeDay = week([hours('09:00', '12:30'), hours('13:15', '17:00')])
const mornings = week([hours('09:00', '13:00')])

const rota = (
  [id, name]: readonly [string, string],
  skills: readonly string[],
  places: readonly string[],
  shifts: StaffRota['shifts'] = wholeDay,
): StaffRota => ({
  id,
  name,
  skills,
  places,
  shifts,
  leave: new Set(),
})

const centre = (id: keyof typeof council.offices): Pick<Place, 'name' | 'lines'> => ({
  name: `${council.offices[id].name} customer centre`,
  lines: council.offices[id].lines,
})

const tablets = (place: string, short: string, count: number): readonly Resource[] =>
  Array.from({ length: count }, (_, at) => ({
    ...{ id: `${short}-tablet-${at + 1}`, name: `Tablet ${at + 1}`, kind: 'equipment', pool: 'tablet', place },
    ...{ before: 0, after: 5 },
  }))

const office = week(hours('09:00', '17:00'))
const usual = { before: 0, after: 10, step: 15, leadHours: 24, horizonDays: 56, changeUntilHours: 4, atOnce: 1 }
// Their times are those of sessions, which managers make.
const workshop = { ...usual, minutes: 120, after: 0, leadHours: 2, atOnce: 4, skill: 'workshops', group: true } as const

export const timetable: Timetable = {
  types: {
    'housing-advice': { ...usual, name: 'Housing advice', minutes: 30, skill: 'housing' },
    'council-tax': {
      ...usual,
      name: 'Council tax and benefits',
      minutes: 20,
      after: 5,
      skill: 'benefits',
      needs: ['tablet'],
    },
    'planning-advice': { ...usual, name: 'Planning duty officer', minutes: 40, leadHours: 48, skill: 'planning' },
    'blue-badge': { ...usual, name: 'Blue Badge assessment', minutes: 30, skill: 'badges' },
    'digital-workshop': { ...workshop, name: 'Digital skills workshop' },
    'business-workshop': { ...workshop, name: 'Workshop for businesses' },
  },
  places: {
    dorchester: {
      ...centre('dorchester'),
      open: office,
      needsRoom: true,
    },
    weymouth: {
      ...centre('weymouth'),
      open: office,
      needsRoom: true,
    },
    wimborne: {
      ...centre('wimborne'),
      open: week(hours('09:30', '16:00')),
      needsRoom: true,
    },
    phone: { name: 'By phone', lines: ['We will call you'], open: office, needsRoom: false },
    video: { name: 'By video call', lines: ['We will send you a link'], open: office, needsRoom: false },
  },
  staff: [
    rota(['housing-1', 'Housing adviser 1'], ['housing'], ['dorchester', 'phone', 'video']),
    rota(['housing-2', 'Housing adviser 2'], ['housing', 'benefits'], ['weymouth', 'phone']),
    rota(['housing-3', 'Housing adviser 3'], ['housing'], ['wimborne', 'dorchester', 'phone'], mornings),
    rota(['benefits-1', 'Benefits adviser 1'], ['benefits'], ['dorchester', 'weymouth', 'phone', 'video']),
    rota(['benefits-2', 'Benefits adviser 2'], ['benefits'], ['wimborne', 'phone'], mornings),
    rota(['planning-1', 'Planning officer 1'], ['planning'], ['dorchester', 'phone', 'video']),
    rota(['planning-2', 'Planning officer 2'], ['planning'], ['weymouth', 'wimborne', 'phone'], mornings),
    rota(['badges-1', 'Assessor 1'], ['badges'], ['dorchester', 'weymouth']),
    rota(['badges-2', 'Assessor 2'], ['badges'], ['wimborne'], mornings),
  ],
  rooms: [
    { id: 'dor-room-1', name: 'Room 1', place: 'dorchester', features: ['step-free', 'hearing-loop', 'quiet'] },
    { id: 'dor-room-2', name: 'Room 2', place: 'dorchester', features: ['step-free'] },
    { id: 'wey-room-1', name: 'Room 1', place: 'weymouth', features: ['step-free', 'hearing-loop', 'quiet'] },
    { id: 'wey-room-2', name: 'Room 2', place: 'weymouth', features: [] },
    { id: 'wim-room-1', name: 'Room 1', place: 'wimborne', features: ['step-free', 'hearing-loop', 'quiet'] },
  ],
  // A claim is made together, on a tablet.
  resources: [...tablets('dorchester', 'dor', 3), ...tablets('weymouth', 'wey', 2), ...tablets('wimborne', 'wim', 1)],
  // Between Christmas and New Year the council is shut.
  closures,
}
