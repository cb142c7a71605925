// The night's work: the cases whose day has come, and no others. Each is chased or recalculated where it is due, and then stands in the
// index under the day on which its date matters next; a case that changed meanwhile stands under the next night.
import type { ListedCase } from '#domain/cases/case.ts'
import { addDays, type Day, earlier } from '#domain/day.ts'
import { londonDay } from '#domain/london.ts'
import { thrown } from '#domain/thrown.ts'
import { dateMoves, isChased } from '#services/catalogue.ts'
import type { Service } from '#services/service.ts'
import { noneIfErased } from '../ports/seals.ts'
import { answersOfCase } from './assess-again.ts'
import { chased, nextChase } from './chase-documents.ts'
import { type NightPorts, recalculated } from './recalculate.ts'

export type Looked = { readonly looked: number; readonly changed: number; readonly failed: number }

const size = 100
// Cases that are looked at at once.
const lanes = 8
// Whatever else is known, each case is looked at once in so many days.
const mostDays = 30

// Done again in the same night it changes nothing: what failed is due still.
export const lookTonight = async (ports: NightPorts): Promise<Looked> => {
  const found = { looked: 0, changed: 0, failed: 0 }
  for (const service of ports.services.filter(({ tonight, evidence }) => tonight ?? evidence))
    for (let cursor: string | undefined, more = true; more; ) {
      const page = await ports.cases.worklist(dueQuery(ports, service, cursor))
      for (let at = 0; at < page.cases.length; at += lanes) {
        const some = page.cases.slice(at, at + lanes)
        for (const end of await Promise.all(some.map((one) => looked(ports, service, one)))) {
          found.looked += 1
          if (end !== 'stays') found[end] += 1
        }
      }
      cursor = page.next
      more = cursor !== undefined
    }
  return found
}

const dueQuery = ({ clock }: NightPorts, { team }: Service, cursor: string | undefined) => ({
  of: { is: 'night', team } as const,
  due: { before: addDays(londonDay(clock.now()), 1) },
  sort: 'due' as const,
  size,
  ...(cursor === undefined ? {} : { cursor }),
})

// One case that cannot be looked at keeps no other from being looked at.
const looked = async (
  ports: NightPorts,
  service: Service,
  listed: ListedCase,
): Promise<'changed' | 'stays' | 'failed'> => {
  try {
    const was = isChased(service, listed.state) && (await chased(ports, service, listed))
    const is = dateMoves(service, listed.state) && (await recalculated(ports, service, listed))
    if (was || is) return 'changed'
    await ports.cases.lookAgain(listed, await nextOf(ports, service, listed))
    return 'stays'
  } catch (error) {
    ports.log({ level: 'error', event: 'not-looked-at', reference: listed.reference, ...thrown(error) }, error)
    return 'failed'
  }
}

const nextOf = async (ports: NightPorts, service: Service, listed: ListedCase): Promise<Day> => {
  const today = londonDay(ports.clock.now())
  const days = [nextChase(listed.asked, today), await nextByDate(ports, service, listed)]
  return days.reduce<Day>((first, day) => (day === undefined ? first : earlier(first, day)), addDays(today, mostDays))
}

const nextByDate = async (ports: NightPorts, service: Service, listed: ListedCase): Promise<Day | undefined> => {
  if (!dateMoves(service, listed.state)) return undefined
  const answers = await answersOfCase(ports, service, listed)
  if (answers === undefined) return undefined
  // What officers decided is not in lists: a case with none has no days of it.
  const whole = listed.endings === undefined ? undefined : await ports.cases.whole(listed.reference).catch(noneIfErased)
  return service.nextNight?.(answers, londonDay(ports.clock.now()), whole?.subject.decisions ?? [])
}
