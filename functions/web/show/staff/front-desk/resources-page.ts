// Rooms, equipment and vehicles: what each is for, how much of today is taken, and what is out of order. Before it,
// interpreters who are not known to come.
import { inWords } from '#domain/day.ts'
import { partInWords } from '#domain/slots/block.ts'
import { whenOf } from '#domain/slots/booking-shown.ts'
import { resourceKinds } from '#domain/slots/resource.ts'
import type { Bookable } from '#services/service.ts'
import type { ThingSeen, ToConfirm } from '#usecases/booking/resources.ts'
import type { Variables } from '#web/template-runtime.ts'
import { onOneLine } from '../../controls/entered.ts'
import { type StaffAround, staffPage } from '../around.ts'
import { closedAt } from './closed-pages.ts'

export type ResourcesPage = {
  readonly around: StaffAround
  readonly groups: readonly {
    readonly service: Pick<Bookable, 'id' | 'name'>
    readonly things: readonly ThingSeen[]
    readonly interpreters: readonly ToConfirm[]
    // Where this person changes them; absent where they do not.
    readonly timetable?: string
  }[]
}

export const resourcesPage = ({ around, groups }: ResourcesPage): string => {
  const title = 'Rooms and equipment'
  return staffPage(
    'front-desk/resources',
    around,
    { title },
    {
      title,
      groups: groups.map(({ service, things, interpreters, timetable }) => ({
        name: service.name,
        timetable,
        interpreters: interpreters.map(interpreterShown),
        things: things.map((one) => thingShown(one, timetable === undefined ? undefined : service.id)),
      })),
    },
  )
}

const interpreterShown = ({ subject, appointment }: ToConfirm): Variables => ({
  when: whenOf(appointment),
  name: onOneLine(subject.title),
  what: appointment.what,
  href: `/cases/${encodeURIComponent(subject.reference)}/actions/confirm-interpreter`,
})

const thingShown = ({ thing, place, takenToday, closed }: ThingSeen, service: string | undefined): Variables => ({
  name: thing.name ?? thing.id,
  place,
  what: 'features' in thing ? ['Room', ...thing.features].join(', ') : `${resourceKinds[thing.kind]}, ${thing.pool}`,
  setUp: setUpInWords(thing.before ?? 0, thing.after ?? 0),
  today: takenToday === 0 ? 'Free all day' : `${hoursInWords(takenToday)} taken`,
  closed: closed.map((block) => ({
    text: `${block.from === block.until ? inWords(block.from) : `${inWords(block.from)} to ${inWords(block.until)}`}. ${partInWords(block)}. ${block.reason}`,
    href: service === undefined ? undefined : `${closedAt}/${encodeURIComponent(block.id)}`,
  })),
  close:
    service === undefined
      ? undefined
      : `${closedAt}/new?${new URLSearchParams({ service, closed: `${'features' in thing ? 'room' : 'resource'}--${thing.id}` })}`,
})

const setUpInWords = (before: number, after: number): string =>
  before + after === 0 ? 'None' : `${before} minutes before, ${after} after`

const hoursInWords = (minutes: number): string => {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  const inHours = hours === 0 ? [] : [`${hours} ${hours === 1 ? 'hour' : 'hours'}`]
  return [...inHours, ...(rest === 0 ? [] : [`${rest} minutes`])].join(' ')
}
