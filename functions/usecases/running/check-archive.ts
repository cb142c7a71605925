// Does the archive hold what its digests say, from the first of them to the last?
import { type Checks, digestFaults, type FoundDay } from '#domain/audit/digest.ts'
import { addDays, type Day } from '#domain/day.ts'
import type { AuditArchive } from '../ports/digests.ts'

export type Checked = { readonly days: number; readonly objects: number; readonly faults: readonly string[] }

// `today`: by UTC. What came since the last digest is not signed yet.
export const checkedArchive = async (
  archive: AuditArchive,
  checks: Checks & { readonly today: Day },
): Promise<Checked> => {
  const listed = await archive.digestDays()
  const everything = await archive.everything()
  const [first, last] = [listed[0], listed.at(-1)]
  if (first === undefined || last === undefined)
    return { days: 0, objects: everything.length, faults: ['There is no digest'] }
  const days: FoundDay[] = []
  for (let day = first; day <= last; day = addDays(day, 1))
    days.push({ day, text: await archive.digest(day), objects: everything.filter((object) => object.day === day) })
  const faults = [
    ...everything.filter(({ day }) => day < first).map(({ key, day }) => `${day}: ${key} came before the first digest`),
    ...digestFaults(days, checks),
    // The night after yesterday may still be to come.
    ...(last < addDays(checks.today, -2) ? [`${last} is the last day with a digest`] : []),
  ]
  return { days: days.length, objects: everything.filter(({ day }) => day <= last).length, faults }
}
