// Does the archive hold what its digests say, from the first of them to the last?
import { type Checks, digestFaults, type FoundDay } from '#domain/audit/digest.ts'
import { addDays } from '#domain/day.ts'
import type { AuditArchive } from './digest-ports.ts'

export type Checked = { readonly days: number; readonly objects: number; readonly faults: readonly string[] }

export const checkedArchive = async (archive: AuditArchive, checks: Checks): Promise<Checked> => {
  const listed = await archive.digestDays()
  const [first, last] = [listed[0], listed.at(-1)]
  const days: FoundDay[] = []
  if (first !== undefined && last !== undefined)
    for (let day = first; day <= last; day = addDays(day, 1))
      days.push({ day, text: await archive.digest(day), objects: await archive.on(day) })
  const objects = days.reduce((count, day) => count + day.objects.length, 0)
  return { days: days.length, objects, faults: digestFaults(days, checks) }
}
