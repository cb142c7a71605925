// Each night: the days whose drafts may still change are counted again, and months that are due are
// sealed. A sealed month is never written again.
import { addDays, type Day } from '#domain/day.ts'
import { londonDay } from '#domain/london.ts'
import { channelSums } from '#domain/measures/books/channels.ts'
import { revisionOf } from '#domain/measures/books/revisions.ts'
import { joined } from '#domain/measures/counting/sums.ts'
import { definitionIn } from '#domain/measures/figures/definitions.ts'
import {
  finalOn,
  firstOf,
  lastOf,
  type Month,
  monthAfter,
  monthOfDay,
  nextEdition,
  provisionalOn,
} from '#domain/measures/months.ts'
import { type OpenTime, offeredOn, openTimeOn } from '#domain/slots/offered.ts'
import { minuteOf } from '#domain/slots/rota.ts'
import type { Timetable } from '#domain/slots/timetable.ts'
import type { Books } from '../ports/books.ts'
import type { OpenFiles } from '../ports/measures.ts'
import type { BlockStore } from '../ports/timetables.ts'
import { type CountPorts, countDay } from './count-changes.ts'
import { makeFiles } from './make-files.ts'

export type NightlyPorts = CountPorts & {
  readonly services: readonly string[]
  readonly books: Pick<Books, 'all'>
  readonly files: OpenFiles
  // Of a service that gives appointments.
  readonly timetable: (service: string) => Promise<Timetable | undefined>
  readonly blocks: Pick<BlockStore, 'standing'>
  // SHA-256, in hex.
  readonly digest: (text: string) => string
}

const draftLife = 30

export const countTonight = async (ports: NightlyPorts): Promise<number> => {
  const today = londonDay(ports.clock.now())
  let sealed = 0
  for (const service of ports.services) {
    await countOffered(ports, service, today)
    for (let back = draftLife; back >= 0; back -= 1) await countDay(ports, service, addDays(today, -back))
    for (const month of [-3, -2, -1].map((count) => monthAfter(monthOfDay(today), count)))
      sealed += await sealDue(ports, service, { month, today })
    sealed += await reviseAgreed(ports, service, today)
    await makeFiles(ports, service)
  }
  return sealed
}

// Yesterday as it came out, and today as it begins. A later night's count stands over an earlier one.
const countOffered = async (ports: NightlyPorts, service: string, today: Day): Promise<void> => {
  const timetable = await ports.timetable(service)
  if (timetable === undefined) return
  const { standing } = await ports.blocks.standing()
  const v = Math.floor(ports.clock.now() / 1000)
  for (const day of [addDays(today, -1), today]) {
    const buckets = offeredOn(timetable, standing, day)
    const open = openTimeOn(timetable, standing, day).flatMap(spansOf)
    await ports.facts.put({ is: 'offered', service, day, id: 'offered', v, buckets, open })
  }
}

// What follows without a gap is one span.
const spansOf = ({ who, buckets }: OpenTime) => {
  const starts = buckets.map((one) => minuteOf(`${one.slice(0, 2)}:${one.slice(2)}`)).toSorted((a, b) => a - b)
  const firsts = starts.filter((start, at) => start !== (starts[at - 1] ?? -1) + 5)
  return firsts.map((from) => {
    const length = starts.filter((start) => start >= from).findIndex((start, at) => start !== from + 5 * at)
    const rest = starts.filter((start) => start >= from).length
    return { who, span: [from, from + 5 * (length === -1 ? rest : length)] as const }
  })
}

type Due = { readonly month: Month; readonly today: Day }

const sealDue = async (ports: NightlyPorts, service: string, { month, today }: Due): Promise<number> => {
  const wanted = today >= finalOn(month) ? 'f' : today >= provisionalOn(month) ? 'p' : undefined
  if (wanted === undefined) return 0
  const have = (await ports.sums.months(service, month, month)).map(({ edition }) => edition)
  const edition = nextEdition(have, wanted)
  return edition.ok && (await sealMonth(ports, service, { month, edition: edition.value })) ? 1 : 0
}

const monthsBack = 13

// What two managers agreed to count again, once for each time that they agreed.
const reviseAgreed = async (ports: NightlyPorts, service: string, today: Day): Promise<number> => {
  const entries = await ports.books.all('revisions')
  const last = monthOfDay(today)
  const all = await ports.sums.months(service, monthAfter(last, -monthsBack), last)
  let sealed = 0
  for (const month of new Set(all.map((one) => one.month))) {
    const have = all.filter((one) => one.month === month).map(({ edition }) => edition)
    const done = have.filter((edition) => edition.startsWith('r')).length
    const next = revisionOf(entries, service, month).agreed[done]
    const edition = nextEdition(have, 'r', next?.reason ?? '')
    if (next === undefined || !edition.ok) continue
    if (await sealMonth(ports, service, { month, edition: edition.value, reason: next.reason })) sealed += 1
  }
  return sealed
}

type Sealing = { readonly month: Month; readonly edition: string; readonly reason?: string }

// False where somebody else sealed it, or nothing was ever counted in it.
export const sealMonth = async (ports: NightlyPorts, service: string, sealing: Sealing): Promise<boolean> => {
  const { month } = sealing
  const counted = await ports.sums.days(service, firstOf(month), lastOf(month))
  for (const { day } of counted) await countDay(ports, service, day)
  const days = await ports.sums.days(service, firstOf(month), lastOf(month))
  const facts = days.reduce((sum, day) => sum + day.facts, 0)
  if (facts === 0) return false
  const typed = channelSums(await ports.books.all('channels'), service, month)
  const sums = joined([...days.map((day) => day.sums), typed])
  return ports.sums.seal(service, {
    ...sealing,
    sums,
    facts,
    definition: definitionIn(month).version,
    digest: ports.digest(JSON.stringify(sums)),
    sealedAt: ports.clock.now(),
  })
}
