// Each day at eight: how long somebody who asks now would wait, by place and kind of appointment.
import { londonDay } from '#domain/london.ts'
import { lookedThrough, plainQueries, thirdFree } from '#domain/measures/figures/third-free.ts'
import { claimantsFor } from '#domain/slots/timetable.ts'
import type { HoldStore } from '../ports/stores.ts'
import { countDay } from './count-changes.ts'
import type { NightlyPorts } from './count-tonight.ts'

export type MorningPorts = NightlyPorts & { readonly holds: Pick<HoldStore, 'overview'> }

export const countMorning = async (ports: MorningPorts): Promise<void> => {
  const now = ports.clock.now()
  const today = londonDay(now)
  for (const service of ports.services) {
    const timetable = await ports.timetable(service)
    if (timetable === undefined) continue
    const queries = plainQueries(timetable)
    const claimants = [...new Set(queries.flatMap((query) => claimantsFor(timetable, query)))]
    const taken = await ports.holds.overview(claimants, lookedThrough(today), now)
    const thirds = queries.map((query) => {
      const days = thirdFree(timetable, query, { taken, now, today })
      return { place: query.place, type: query.type, ...(days === undefined ? {} : { days }) }
    })
    await ports.facts.put({ is: 'free', service, day: today, id: 'free', v: Math.floor(now / 1000), thirds })
    await countDay(ports, service, today)
  }
}
